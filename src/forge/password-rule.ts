/** A password has at least so many characters: length is what makes it hard to guess, not signs that nobody remembers. */
export const shortestPassword = 12;

/** What is wrong with a password that somebody chose, in words for them; undefined if it may be taken. */
export function faultOfPassword(
  chosen: string,
  { login, old }: { login: string; old?: string },
): string | undefined {
  const { length } = chosen.normalize("NFC");
  if (length < shortestPassword)
    return `Mật khẩu mới có ${String(length)} ký tự, cần ít nhất ${String(shortestPassword)}. Một câu ngắn dễ nhớ là mật khẩu tốt.`;
  if (chosen === old) return "Mật khẩu mới giống mật khẩu cũ. Hãy chọn mật khẩu khác.";
  const plain = chosen.toLowerCase();
  if (plain.replaceAll(login.toLowerCase(), "").length < shortestPassword / 2)
    return "Mật khẩu mới gần như chỉ là tên đăng nhập. Hãy chọn mật khẩu khác.";
  if (new Set(plain).size < 5) return "Mật khẩu mới lặp lại quá ít ký tự. Hãy chọn mật khẩu khác.";
  return undefined;
}
