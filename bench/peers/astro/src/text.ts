const pad = (number: number) => String(number).padStart(2, "0");
const local = (date: Date) => new Date(date.getTime() + 7 * 3_600_000);

export const iso = (date: Date): string => `${local(date).toISOString().slice(0, 19)}+07:00`;

export function day(date: Date): string {
  const at = local(date);
  return `${pad(at.getUTCDate())}/${pad(at.getUTCMonth() + 1)}/${String(at.getUTCFullYear())}`;
}

export const time = (date: Date): string => iso(date).slice(11, 16);

export const pictureName = (cover: string): string => cover.replace(/\.webp$/, "");

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const xml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

const slugs = new Map<string, string>();

/** A name as a part of an address: without accents, in small letters. */
export function slug(name: string): string {
  const known = slugs.get(name);
  if (known !== undefined) return known;
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const made = plain.replace(/[^a-z0-9]+/g, "-");
  slugs.set(name, made);
  return made;
}
