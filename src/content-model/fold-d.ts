/**
 * Writes đ as d with a combining stroke, for the search index and for what is searched in it: the search engine folds
 * combining marks but not the letter đ, and a reader who types "dieu dong" means "điều động".
 */
export function foldD(text: string): string {
  return text.replaceAll("đ", "d\u0335").replaceAll("Đ", "D\u0335");
}

/** Turns text of the search index back into what people read. */
export function unfoldD(text: string): string {
  return text.replaceAll("d\u0335", "đ").replaceAll("D\u0335", "Đ");
}
