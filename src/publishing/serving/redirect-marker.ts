/** Where a redirect may lead: a path on the same site (never `//host`), or a secure address. Read alike by JavaScript and nginx's njs. */
export const redirectTarget = "^(?:/(?![/\\\\])|https://[a-z0-9.-]+(?:/|$))[\\x21-\\x7e]*$";

const target = new RegExp(redirectTarget);

/** The address that a `.301` file names; undefined if it names none that a reader may be sent to. */
export function readRedirect(text: string): string | undefined {
  const address = text.replace(/\r?\n$/, "");
  return target.test(address) ? address : undefined;
}
