/** A number without what people write around it: «Số: 12 /QĐ–UBND.», and with the letter Đ that looks like the other one. */
export function plainNumber(text: string): string {
  if (isPlain.test(text)) return text;
  return text
    .replace(/^số\s*[:.]?\s*/iu, "")
    .replace(/\s+ngày\s.*$/iu, "")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\s*([/-])\s*/g, "$1")
    .replaceAll("\u00d0", "Đ")
    .replace(/[.,;:]+$/, "")
    .trim();
}

/** Nearly every number is so, and stays as it is. */
const isPlain = /^\d{1,6}[A-Z]?(?:\/\d{4})?\/[A-ZĐ&\d]+(?:-[A-ZĐ&\d]+)*$/;
