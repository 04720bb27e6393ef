import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { documentTypeName } from "../../src/content-model/document-types.ts";
import { loadContent } from "../../src/content-store/load.ts";
import type { DocumentEntry } from "../../src/content-store/content.ts";
import { folderSource } from "../../src/content-store/source.ts";
import { escapeMarkup } from "../../src/foundation/escape-markup.ts";
import { documentTexts, type DocumentText } from "./document-texts.ts";

/*
 * Prints the PDFs of the sample's documents, laid out as Decree 30/2020 lays out administrative documents, in the portal's
 * own font, of which only the letters in use go into a file:
 * CHROMIUM=/usr/bin/chromium node bench/sample-portal/document-pdfs.ts
 */

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const resolve = createRequire(import.meta.url).resolve;
const ranges = {
  latin: "U+0000-00FF,U+2013-2026",
  vietnamese:
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0329,U+1EA0-1EF9",
};
// Two weights: italics are slanted by the browser, since each font more costs a file 15 kB.
const faces = await Promise.all(
  (["latin", "vietnamese"] as const).flatMap((subset) =>
    ["400", "700"].map(async (weight) => {
      const file = resolve(
        `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`,
      );
      const data = (await readFile(file)).toString("base64");
      return `@font-face{font-family:Sample;font-weight:${weight};src:url(data:font/woff2;base64,${data});unicode-range:${ranges[subset]}}`;
    }),
  ),
);
const style = `
  @page { margin: 20mm 15mm 20mm 30mm; }
  body { font: 13px/1.5 Sample; margin: 0; text-align: justify; }
  p { margin: 0 0 6px; text-indent: 10mm; }
  header, footer { display: flex; justify-content: space-between; gap: 8mm; text-align: center; }
  header p, footer p { text-indent: 0; margin: 0; }
  header div:first-child { flex: 2; } header div:last-child { flex: 3; }
  hr { width: 35%; margin: 4px auto; border: 0; border-top: 1px solid; }
  h1 { margin: 10mm 0 6mm; font-size: 14px; text-align: center; } h1 span { display: block; margin: 1mm 12mm; }
  .verb { text-align: center; text-indent: 0; margin: 4mm 0; }
  footer { margin-top: 8mm; font-size: 12px; break-inside: avoid; } footer div:first-child { text-align: left; font-size: 11px; }
  table { width: 100%; border-collapse: collapse; text-align: left; } th, td { border: 1px solid; padding: 4px 8px; }
`;
const content = await loadContent(folderSource(checkout), new Date());
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage();
for (const site of content.sites.values()) {
  for (const entry of site.entries.document) {
    const text = documentTexts[`${entry.year}/${entry.slug}`];
    if (!text) continue;
    await print(site.id, `${entry.year}/${entry.slug}.pdf`, bodyOf(entry, text));
    if (text.annex)
      await print(site.id, `${entry.year}/${entry.slug}-phu-luc.pdf`, annexOf(entry, text.annex));
  }
}
await browser.close();

async function print(site: string, name: string, body: string): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="vi"><title>${name}</title><style>${faces.join("")}${style}</style>${body}`,
  );
  const data = await page.pdf({ format: "A4", tagged: true, printBackground: false });
  const path = join(checkout, "content/sites", site, "media", name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, data);
  console.log(`${String(data.byteLength).padStart(7)}  ${site}/media/${name}`);
}

function bodyOf({ data }: DocumentEntry, text: DocumentText): string {
  const [above, organ] = text.organ;
  const [year, month, day] = data.issuedOn.split("-");
  const type = documentTypeName(data.type, "vi").toUpperCase();
  const grounds = text.grounds.map((line) => `<p><i>${escapeMarkup(line)}</i></p>`).join("");
  const verb = data.type === "quyet-dinh" ? "QUYẾT ĐỊNH:" : data.type === "nghi-quyet" ? "QUYẾT NGHỊ:" : "";
  return `
    <header>
      <div>${above ? `<p>${lines(above)}</p>` : ""}<p><b>${lines(organ)}</b></p><hr><p>Số: ${escapeMarkup(data.number)}</p></div>
      <div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p><b>Độc lập - Tự do - Hạnh phúc</b></p><hr>
      <p><i>Sông Mây, ngày ${day ?? ""} tháng ${month ?? ""} năm ${year ?? ""}</i></p></div>
    </header>
    <h1>${type}<br><span>${escapeMarkup(data.excerpt)}</span></h1>
    ${grounds}${verb === "" ? "" : `<p class="verb"><b>${verb}</b></p>`}
    ${text.body.map(paragraph).join("")}
    <footer>
      <div><p><b><i>Nơi nhận:</i></b></p>${text.recipients.map((one) => `<p>- ${escapeMarkup(one)};</p>`).join("")}</div>
      <div>${text.signed.map((line) => `<p><b>${escapeMarkup(line)}</b></p>`).join("")}<p><i>(Đã ký)</i></p></div>
    </footer>`;
}

function annexOf({ data }: DocumentEntry, annex: NonNullable<DocumentText["annex"]>): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join("")}</tr>`;
  return `
    <h1>PHỤ LỤC<br><span>${escapeMarkup(annex.heading)}</span></h1>
    <p class="verb"><i>(Kèm theo ${escapeMarkup(documentTypeName(data.type, "vi"))} số ${escapeMarkup(data.number)})</i></p>
    <table><thead>${row(annex.columns, "th")}</thead><tbody>${annex.rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
}

function paragraph(text: string): string {
  const [, head = "", rest = text] = /^((?:Điều \d+|[IVX]+)\.(?: [^.]{3,60}\.)?)(.*)$/s.exec(text) ?? [];
  return `<p><b>${escapeMarkup(head)}</b>${escapeMarkup(rest)}</p>`;
}

function lines(text: string): string {
  return text.split("\n").map(escapeMarkup).join("<br>");
}
