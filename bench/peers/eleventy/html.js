/** Text in an element or attribute. */
export const text = (value) =>
  String(value).replace(
    /[&<>"]/g,
    (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[character],
  );

/** Markup for each item, joined. */
export const each = (items, markup) => items.map(markup).join("\n");

const slugs = new Map();
/** A name as a part of an address: without accents, in small letters. */
export function slug(name) {
  let known = slugs.get(name);
  if (known === undefined) {
    const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
    slugs.set(name, (known = plain.replace(/[^a-z0-9]+/g, "-")));
  }
  return known;
}

const pad = (number) => String(number).padStart(2, "0");
const local = (date) => new Date(date.getTime() + 7 * 3_600_000);
export const iso = (date) => `${local(date).toISOString().slice(0, 19)}+07:00`;
export function day(date) {
  const at = local(date);
  return `${pad(at.getUTCDate())}/${pad(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
}
export const time = (date) => iso(date).slice(11, 16);
export const pictureName = (cover) => cover.replace(/\.webp$/, "");

/** The address of an article or page inside its site: the output has a folder per site. */
export const inSite = (url) => url.replace(/^\/[^/]+/, "");
