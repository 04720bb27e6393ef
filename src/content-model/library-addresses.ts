/** The addresses of the site's library (`/media/…`) that an entry's fields name, in whatever depth. */
export function libraryAddresses(data: unknown): string[] {
  if (typeof data === "string") return /^\/media\/\S/.test(data) ? [data] : [];
  if (typeof data !== "object" || data === null) return [];
  return Object.values(data).flatMap((value) => libraryAddresses(value));
}
