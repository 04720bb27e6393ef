import { escapeMarkup } from "../../../foundation/escape-markup.ts";
import { writeZip } from "../../../foundation/write-zip.ts";
import type { Paragraph } from "./pdf-file.ts";

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const packages = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** A Word file of these paragraphs. */
export function docxFile(paragraphs: readonly Paragraph[]): Buffer {
  const body = paragraphs.map(({ text, size = 13, centred, bold }) => {
    const align = centred ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : "";
    const look = `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>${bold ? "<w:b/>" : ""}<w:sz w:val="${String(2 * size)}"/></w:rPr>`;
    return `<w:p>${align}<w:r>${look}<w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r></w:p>`;
  });
  return writeZip({
    "[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}"/></Types>`,
    "_rels/.rels": `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${main}"><w:body>${body.join("")}</w:body></w:document>`,
  });
}
