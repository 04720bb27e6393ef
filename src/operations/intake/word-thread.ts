import { parentPort, workerData } from "node:worker_threads";
import mammoth from "mammoth";
import { z } from "zod";
import { htmlToMarkdown } from "../../editorial/word/html-to-markdown.ts";
import { unpackedSize } from "./unpacked-size.ts";
import type { WordText } from "./word-text.ts";

/** Reads one Word file and tells its text to the thread that asked. */
const bytes = Buffer.from(z.instanceof(Uint8Array).parse(workerData));

/** Bytes that a file of 15 MB may hold: mostly pictures, which do not grow. */
const mostUnpacked = 150_000_000;
const mostPictures = 30;

unpackedSize(bytes, mostUnpacked);
const pictures: Uint8Array[] = [];
const { value: html } = await mammoth.convertToHtml(
  { buffer: bytes },
  {
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(async (image) => {
      if (pictures.length >= mostPictures) return { src: "" };
      pictures.push(await image.readAsBuffer());
      return { src: `word:${String(pictures.length - 1)}` };
    }),
  },
);
const markdown = htmlToMarkdown(html, (source, alt) =>
  source.startsWith("word:") ? `\n\n![${alt.replace(/[[\]\s]+/g, " ").trim()}](${source})\n\n` : "",
);
parentPort?.postMessage({ markdown, pictures } satisfies WordText);
