/** Demo accounts have addresses that no mail reaches, programs read none, and who left is not written to. */
export function isReachable(account: { email: string; bot: boolean; disabled: boolean }): boolean {
  const { email, bot, disabled } = account;
  return !bot && !disabled && /^[^\s@]+@[^\s@]+$/.test(email) && !email.toLowerCase().endsWith(".invalid");
}
