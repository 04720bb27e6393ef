/** A text without accents, đ as d, in lower case: what people type who do without them. */
export function fold(text: string): string {
  if (!/[^\0-\u007f]/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();
}
