const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The first words of a text, which may be HTML, on one line. */
export function plainWords(html: string, most: number): string {
  return html
    .replace(/<(?:script|style)\b[^]*?<\/(?:script|style)>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (_, decimal?: string, hex?: string, name?: string) =>
      name === undefined ? fromCode(Number(decimal ?? `0x${hex ?? "20"}`)) : (entities[name] ?? " "),
    )
    .trim()
    .split(/\s+/, most)
    .join(" ");
}

const fromCode = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ");
