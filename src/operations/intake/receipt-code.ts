import { randomInt } from "node:crypto";

// Without characters that are mistaken for one another on paper or by telephone.
const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** A receipt's number, `BN-2026-0042-K7QX9M` for a piece and `GY-…` for a comment: counted for people, with 30 random bits so that nobody can count through them. */
export function receiptCode(year: string, serial: number, kind: "BN" | "GY" = "BN"): string {
  const random = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");
  return `${kind}-${year}-${String(serial).padStart(4, "0")}-${random}`;
}

/** A number as somebody types it, in its one form; undefined for what is none. */
export function readReceiptCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[\s.–—]+/g, "-")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");
  return /^(?:BN|GY)-\d{4}-\d{4,}-[A-Z2-9]{6}$/.test(plain) ? plain : undefined;
}
