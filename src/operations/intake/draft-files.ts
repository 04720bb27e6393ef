import sharp from "sharp";
import { newsFile } from "../../content-model/content-path.ts";
import { formatEntry } from "../../content-model/entry-file.ts";
import { shownSize } from "../../content-model/library-files.ts";
import { mostPixels } from "../../content-model/picture-limits.ts";
import { slugOf } from "../../content-model/slug.ts";
import { recogniseLegacyText } from "../../editorial/legacy-encoding.ts";
import type { NewFile } from "../../editorial/open-submission.ts";
import { atLineStart, escapeMarkdown } from "../../editorial/word/html-to-markdown.ts";
import { attachmentKind } from "./attachment-kind.ts";
import type { Received } from "./intake-store.ts";
import { wordText } from "./word-text.ts";

/** A file that came in, with its bytes. */
export interface OpenedFile {
  id: number;
  name: string;
  bytes: Uint8Array;
}

/** A contribution as the files of a draft. */
export interface Draft {
  files: NewFile[];
  /** Files that are not in it, and why, in words for who sent them. */
  refused: { id: number; name: string; why: string }[];
}

/** Longest side of a picture, in pixels, and how well it is kept: as the CMS does with uploads. */
const longest = 2000;
const quality = 82;
const mostPicturesInAll = 40;

/**
 * Makes the draft: the sender's words as an article of which an editor fills in what only they know, pictures made small
 * and without the place where they were taken, text of Word files, PDFs to be linked.
 */
export async function draftFiles(
  contribution: Received,
  opened: readonly OpenedFile[],
  place: { slug: string; year: string; date: string },
): Promise<Draft> {
  const { site, title, penName, name } = contribution;
  const { slug, year, date } = place;
  const draft: Draft = { files: [], refused: [] };
  const parts = [paragraphs(contribution.text, contribution.by === "mail")];
  const ends: string[] = [];

  /** Keeps a file in the site's library and returns its address there. */
  function keep(ending: string, bytes: Uint8Array): string {
    const address = `/media/${year}/${slug}-${String(draft.files.length + 1)}.${ending}`;
    draft.files.push({ path: `content/sites/${site}${address}`, bytes });
    return address;
  }
  async function picture(bytes: Uint8Array): Promise<string | undefined> {
    if (draft.files.length >= mostPicturesInAll) return undefined;
    const encoded = await reencoded(bytes);
    return encoded && keep("webp", encoded);
  }

  for (const { id, name: called, bytes } of opened) {
    const refuse = (why: string) => draft.refused.push({ id, name: called, why });
    const kind = attachmentKind(bytes);
    if ("refused" in kind) refuse(kind.refused);
    else if (kind.kind === "picture") {
      const address = await picture(bytes);
      if (address === undefined) refuse("không đọc được ảnh");
      else ends.push(`![](${address})`);
    } else if (kind.kind === "pdf") {
      const words = escapeMarkdown(called.replace(/\.pdf$/i, ""));
      ends.push(`[${words} (PDF, ${shownSize(bytes.length)})](${keep("pdf", bytes)})`);
    } else {
      const text = await wordText(bytes);
      if (!text) refuse("không đọc được tệp Word");
      else {
        const addresses: (string | undefined)[] = [];
        for (const one of text.pictures) addresses.push(await picture(one));
        parts.push(
          text.markdown.replace(/!\[([^\]]*)\]\(word:(\d+)\)/g, (_, alt: string, index: string) => {
            const address = addresses[Number(index)];
            return address === undefined ? "" : `![${alt}](${address})`;
          }),
        );
      }
    }
  }
  const body = [...parts, ...ends]
    .map((part) => part.trim())
    .filter(Boolean)
    .join("\n\n")
    .normalize("NFC");
  const author = penName === "" ? name : penName;
  const head = {
    ...{ title: legible(title), origin: "cong-tac-vien", contributorReceipt: contribution.code, date },
    ...(author.length >= 2 ? { author } : {}),
  };
  const text = formatEntry(head, legible(body));
  draft.files.push({ path: newsFile(site, year, slug), text });
  return draft;
}

/** What old fonts showed otherwise than it was typed, in Unicode. */
const legible = (text: string): string => recogniseLegacyText(text)?.converted ?? text;

/** An address segment for a title: of whole words, and not too long to be told by telephone. */
export function slugFor(title: string, serial: number): string {
  const whole = slugOf(title);
  const short = whole.length <= 80 ? whole : whole.slice(0, 81).replace(/-[^-]*$/, "");
  return /[a-z]/.test(short) && short !== "index" ? short : `bai-gui-${String(serial)}`;
}

/** Typed text as Markdown: each line a paragraph, no sign taken for a mark. A mail's text is Markdown already. */
function paragraphs(text: string, isMarkdown: boolean): string {
  if (isMarkdown) return text;
  return text
    .split("\n")
    .map((line) => atLineStart(escapeMarkdown(line.trim())))
    .filter(Boolean)
    .join("\n\n");
}

/** A picture anew from its pixels: nothing else of the file is kept, no place and no hidden data. */
async function reencoded(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels })
      .autoOrient()
      .resize({ width: longest, height: longest, fit: "inside", withoutEnlargement: true })
      .webp({ quality })
      .toBuffer();
  } catch {
    return undefined;
  }
}
