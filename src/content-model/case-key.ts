import { fold } from "./fold.ts";

// Apart from the schema: a reader's browser loads this alone.

/** Rounds of PBKDF2: a phone takes a moment for one case, a machine years for all numbers with a code. */
const rounds = 20_000;
const salt = new TextEncoder().encode("cong: tra cuu ho so, ban 1");

/** A number or code as people may type it: without accents, signs or capitals. */
export const plainCode = (text: string): string => fold(text).replace(/[^a-z0-9]/g, "");

/**
 * The name under which a case lies: 32 hexadecimal digits of its number and, where the source gives one, the code on its
 * receipt. The same in a browser, which looks a case up with it.
 */
export async function caseKey(number: string, code = ""): Promise<string> {
  const secret = new TextEncoder().encode(`${plainCode(number)}/${plainCode(code)}`);
  const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    key,
    128,
  );
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
