import { renderMarkdown } from "../../content-store/markdown.ts";
import { slugOf } from "../../content-model/slug.ts";
import { escapeMarkup } from "../../foundation/escape-markup.ts";

/** How large a picture is, in pixels; undefined for one that is not there. */
export type PictureSize = (name: string) => { width: number; height: number } | undefined;

/**
 * A chapter's Markdown as HTML. It reads in a repository's own view as well: there its links lead to files and its pictures lie
 * beside it; here they lead to the pages of the handbook.
 */
export function chapterMarkup(markdown: string, sizeOf: PictureSize): string {
  const pictures: string[] = [];
  const text = markdown
    .replace(/!\[([^\]]*)\]\(hinh\/([\w-]+)\.webp\)/g, (_, alt: string, name: string) => {
      pictures.push(figure(name, alt, sizeOf(name)));
      return `⟦${String(pictures.length - 1)}⟧`;
    })
    .replace(/\]\(README\.md/g, "](/so-tay/")
    .replace(/\]\(([a-z-]+)\.md/g, "](/so-tay/$1")
    // A repository's view keeps the accents of a heading in its address, the portal's Markdown does not.
    .replace(
      /(\]\([^)#\s]*#)([^)]+)\)/g,
      (_, before: string, heading: string) => `${before}${slugOf(heading)})`,
    );
  const html = renderMarkdown(text, { language: "vi", pictures: new Map(), files: new Map() })
    .replace(/(?:<p>)?⟦(\d+)⟧(?:<\/p>)?/g, (_, place: string) => pictures[Number(place)] ?? "")
    .replace(/«[^«»<>]+»/g, '<span class="on-screen">$&</span>');
  // A text on a page of its own has the first heading, which Markdown of the portal leaves to the page.
  return html.replace(/<h2( id="[^"]*")>(.*?)<\/h2>/, "<h1$1>$2</h1>");
}

function figure(name: string, alt: string, size: ReturnType<PictureSize>): string {
  const address = `/so-tay/hinh/${name}.webp`;
  const sides = size ? ` width="${String(size.width)}" height="${String(size.height)}"` : "";
  const narrow = size && size.width < 700 ? ' class="narrow"' : "";
  return `<figure${narrow}><a href="${address}"><img src="${address}" alt="${escapeMarkup(alt)}"${sides} loading="lazy" decoding="async"></a></figure>`;
}

/** The headings of the second level, for the list beside a chapter. */
export function headingsOf(markup: string): { id: string; text: string }[] {
  return [...markup.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g)].map(([, id = "", text = ""]) => ({
    id,
    text: text.replace(/<[^>]+>/g, ""),
  }));
}
