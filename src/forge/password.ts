import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** Cost of new hashes; the parameters are stored with each hash, so raising them leaves old ones valid. */
const cost = { N: 2 ** 15, r: 8, p: 1 };
const keyLength = 32;

/** Turns a password into the text that is stored: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  const parameters = [cost.N, cost.r, cost.p].map(String);
  return ["scrypt", ...parameters, salt.toString("base64"), key.toString("base64")].join("$");
}

/** Whether the password is the one that was stored. Without a stored one it takes as long and is false. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [kind, N, r, p, salt = "", key = ""] = (stored ?? "").split("$");
  if (kind !== "scrypt") {
    await derive(password, randomBytes(16), cost);
    return false;
  }
  const expected = Buffer.from(key, "base64");
  const actual = await derive(password, Buffer.from(salt, "base64"), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function derive(password: string, salt: Buffer, parameters: typeof cost): Promise<Buffer> {
  // The same password may be typed in composed or decomposed characters, depending on the keyboard.
  const text = password.normalize("NFC");
  const maxmem = 256 * parameters.N * parameters.r;
  return new Promise((resolve, reject) => {
    scrypt(text, salt, keyLength, { ...parameters, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
