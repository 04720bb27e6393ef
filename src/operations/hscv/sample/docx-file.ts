import { crc32, deflateRawSync } from "node:zlib";
import { escapeMarkup } from "../../../foundation/escape-markup.ts";
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
  return zip({
    "[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}"/></Types>`,
    "_rels/.rels": `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${main}"><w:body>${body.join("")}</w:body></w:document>`,
  });
}

/** A ZIP archive (PKWARE's APPNOTE) of these files. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    table.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), fields, place, Buffer.from(name));
    parts.push(local);
    at += local.length;
  }
  const index = Buffer.concat(table);
  const tail = Buffer.alloc(18);
  const count = Object.keys(files).length;
  tail.writeUInt16LE(count, 4);
  tail.writeUInt16LE(count, 6);
  tail.writeUInt32LE(index.length, 8);
  tail.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, index, Buffer.from("PK\u0005\u0006", "latin1"), tail]);
}
