import { isSyllable } from "../../src/editorial/spelling/syllable.ts";

/** What is said so in Vietnamese too: names of programs, formats and keys, and short forms. */
const taken = new Set(
  "cong word jpeg png webp pdf docx markdown ctrl enter esc backspace ubnd unicode vni tcvn csv km mb kb https http vnd".split(
    " ",
  ),
);

/**
 * The words in a text that no Vietnamese syllable is written like: English that was left over. Addresses and names of files
 * are no words, and neither is a single letter.
 */
export function englishWords(text: string): string[] {
  const words = text.replace(/\S*[/@\\_.-]\p{L}\S*/gu, " ").match(/\p{L}{2,}/gu) ?? [];
  const found = words.filter((word) => {
    const plain = word.toLowerCase();
    return /^[a-z]+$/.test(plain) && !taken.has(plain) && !isSyllable(plain);
  });
  return [...new Set(found)];
}
