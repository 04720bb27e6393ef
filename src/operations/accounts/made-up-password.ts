import { randomInt } from "node:crypto";

// Without characters that are mistaken for one another when typed from a screen.
const letters = "abcdefghijkmnpqrstuvwxyz23456789";

/** Fifteen random characters in groups that can be typed from a screen (75 bits). */
export function madeUpPassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group()].join("-");
}
