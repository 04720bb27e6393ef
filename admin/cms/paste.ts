import { recogniseLegacyText } from "../../src/editorial/legacy-encoding.ts";
import { readMarkup } from "../../src/editorial/foreign-text/read-markup.ts";
import { writeHtml } from "../../src/editorial/foreign-text/write-html.ts";
import { markupOfHtml } from "./dom-markup.ts";

/** Sent on `window` when foreign text came in; `detail` says in words what was done with it. */
export const textBroughtIn = "cong:text-brought-in";

/**
 * Cleans what is pasted into the body, from Word, Google Docs, Zalo or a page: dead markup goes, lists and headings become
 * real ones, old encodings become Unicode. What was copied in the editor itself passes as it is.
 */
export function cleanPastes(page: Document): void {
  page.addEventListener(
    "paste",
    (event) => {
      const { target, clipboardData: data } = event;
      if (!(target instanceof Element) || !data) return;
      const editor = target.closest("[data-slate-editor]");
      if (!editor || data.types.includes("application/x-slate-fragment")) return;
      const html = data.getData("text/html");
      const text = data.getData("text/plain");
      if (html.includes("data-slate-fragment")) return;
      const cleaned = clean(html, text);
      if (!cleaned) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      // What the browser itself tells the editor of a paste; not every browser lets a script say what is in it.
      const paste = new InputEvent("beforeinput", {
        inputType: "insertFromPaste",
        bubbles: true,
        cancelable: true,
      });
      Object.defineProperty(paste, "dataTransfer", { value: cleaned.data });
      editor.dispatchEvent(paste);
      if (cleaned.notes.length > 0)
        window.dispatchEvent(new CustomEvent(textBroughtIn, { detail: cleaned.notes.join(" ") }));
    },
    { capture: true },
  );
}

function clean(html: string, text: string): { data: DataTransfer; notes: string[] } | undefined {
  const data = new DataTransfer();
  const notes: string[] = [];
  const old = recogniseLegacyText(text);
  if (html === "" || old) {
    if (!old && text === text.normalize("NFC")) return undefined;
    data.setData("text/plain", old?.converted ?? text.normalize("NFC"));
    if (old) notes.push(legacyNote(old.examples));
    return { data, notes };
  }
  const { blocks, lostPictures } = readMarkup(markupOfHtml(html), () => false);
  data.setData("text/html", writeHtml(blocks));
  data.setData("text/plain", text.normalize("NFC"));
  if (lostPictures > 0)
    notes.push(
      `${String(lostPictures)} ảnh không dán theo được: hãy tải từng ảnh lên bằng nút «+», hoặc dùng «Nhập từ Word».`,
    );
  if (blocks.some(({ kind }) => kind === "table"))
    notes.push("Bảng dán vào thành từng dòng chữ; muốn giữ nguyên bảng, hãy dùng «Nhập từ Word».");
  return { data, notes };
}

/** Says what was converted, so that someone looks whether it is right. */
export function legacyNote(examples: readonly { written: string; meant: string }[]): string {
  const shown = examples.slice(0, 2).map(({ written, meant }) => `«${written}» thành «${meant}»`);
  return `Chữ ở bảng mã cũ đã đổi sang Unicode (${shown.join(", ")}): hãy đọc lại.`;
}
