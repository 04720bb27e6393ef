import { recogniseLegacyText } from "../../src/editorial/legacy-encoding.ts";
import type { Block, Run } from "../../src/editorial/foreign-text/markup.ts";
import { readMarkup } from "../../src/editorial/foreign-text/read-markup.ts";
import { writeMarkdown } from "../../src/editorial/foreign-text/write-markdown.ts";
import { markupOfHtml } from "./dom-markup.ts";
import { legacyNote } from "./paste.ts";
import { preparePicture } from "./uploads.ts";

/** What a Word document holds for an article. */
export interface WordArticle {
  title: string;
  summary: string;
  body: string;
  pictures: { path: string; file: File }[];
  /** What its editor should know, in words. */
  notes: string[];
}

/** Where a collection's pictures go: their folder in the repository, and its address on the site. */
export interface Library {
  folder: string;
  address: string;
}

/** Largest document that is read, in bytes. */
const largest = 30_000_000;

/** Reads a .docx in the browser: text, tables and pictures; the pictures are made fit for the web as any upload. */
export async function readWord(file: File, library: Library): Promise<WordArticle> {
  if (!/\.docx$/i.test(file.name))
    throw new Error(
      "Chỉ nhập được tệp .docx. Tệp .doc đời cũ: mở bằng Word, chọn «Lưu thành» rồi chọn loại .docx.",
    );
  if (file.size > largest) throw new Error("Tệp nặng quá 30 MB; hãy thu nhỏ ảnh trong tệp rồi nhập lại.");
  // Loaded by those alone who use it.
  const { convertToHtml, images } = (await import("mammoth")).default;
  const pictures: WordArticle["pictures"] = [];
  let lost = 0;
  const convertImage = images.imgElement(async (image) => {
    try {
      const bytes = await image.readAsArrayBuffer();
      const prepared = await preparePicture(
        new File([bytes], `${file.name.replace(/\.docx$/i, "")}.img`, { type: image.contentType }),
      );
      pictures.push({ path: `${library.folder}/${prepared.name}`, file: prepared });
      return { src: `${library.address}/${prepared.name}` };
    } catch {
      lost++;
      return { src: "" };
    }
  });
  const { value: html } = await convertToHtml(
    { arrayBuffer: await file.arrayBuffer() },
    { convertImage },
  ).catch(() => {
    throw new Error(
      "Không đọc được tệp này. Mở lại bằng Word, lưu thành .docx (không đặt mật khẩu) rồi nhập lại.",
    );
  });
  const { blocks } = readMarkup(markupOfHtml(html), (address) => address.startsWith(library.address));
  const { title, summary, rest } = partsOf(blocks);
  const old = recogniseLegacyText([title, summary, writeMarkdown(rest)].join("\n\n"));
  const unicode = (text: string) => (old ? (recogniseLegacyText(text)?.converted ?? text) : text);
  const tables = rest.filter(({ kind }) => kind === "table").length;
  return {
    title: unicode(title),
    summary: unicode(summary),
    body: unicode(writeMarkdown(rest)),
    pictures,
    notes: [
      `Đã nhập ${file.name}: ${[`${String(rest.length)} đoạn`, pictures.length > 0 ? `${String(pictures.length)} ảnh` : "", tables > 0 ? `${String(tables)} bảng` : ""].filter(Boolean).join(", ")}. Hãy đọc lại, điền mô tả cho từng ảnh rồi bấm «Lưu».`,
      ...(old ? [legacyNote(old.examples)] : []),
      ...(lost > 0
        ? [
            `${String(lost)} ảnh trong tệp không đọc được (thường là hình vẽ của Word): hãy chụp lại thành ảnh rồi tải lên.`,
          ]
        : []),
    ],
  };
}

/** A document begins with its title; a paragraph below it that is bold or leaning throughout is its summary. */
function partsOf(blocks: readonly Block[]): { title: string; summary: string; rest: Block[] } {
  const rest = [...blocks];
  let title = "";
  let summary = "";
  const [first, after] = rest;
  if (first && (isTitle(first) || (after !== undefined && looksLikeTitle(first)))) {
    title = wordsOf(first.runs);
    rest.shift();
  }
  const [second] = rest;
  if (title && second?.kind === "paragraph" && isMarked(second.runs) && fits(wordsOf(second.runs))) {
    summary = wordsOf(second.runs);
    rest.shift();
  }
  return { title, summary, rest };
}

const isTitle = (block: Block): block is Extract<Block, { runs: Run[] }> =>
  "runs" in block &&
  wordsOf(block.runs).length <= 150 &&
  (block.kind === "heading" || (block.kind === "paragraph" && isMarked(block.runs)));

/** Who uses no headings writes the title as the first line: short, and no sentence. */
const looksLikeTitle = (block: Block): block is Extract<Block, { runs: Run[] }> =>
  "runs" in block && block.kind === "paragraph" && /^.{10,150}[^.!?:;,…]$/.test(wordsOf(block.runs).trim());

const isMarked = (runs: readonly Run[]) => runs.every(({ bold, italic }) => bold ?? italic ?? false);

const fits = (text: string) => text.length >= 40 && text.length <= 400;

const wordsOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join("");
