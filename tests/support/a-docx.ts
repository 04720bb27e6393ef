import { writeZip } from "../../src/foundation/write-zip.ts";

/** A Word file of these paragraphs: text, text in bold, or a picture. */
export function aDocx(paragraphs: readonly (string | { bold: string } | { picture: Uint8Array })[]): Buffer {
  const pictures = paragraphs.flatMap((one) =>
    typeof one === "object" && "picture" in one ? [one.picture] : [],
  );
  let number = 0;
  const body = paragraphs
    .map((one) => {
      if (typeof one === "string") return paragraph(one, "");
      if ("bold" in one) return paragraph(one.bold, "<w:rPr><w:b/></w:rPr>");
      number += 1;
      return `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId${String(number)}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    })
    .join("");
  const relations = pictures.map(
    (_, index) =>
      `<Relationship Id="rId${String(index + 1)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image${String(index + 1)}.png"/>`,
  );
  const rels = "http://schemas.openxmlformats.org/package/2006/relationships";
  return writeZip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${rels}">${relations.join("")}</Relationships>`,
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      pictures.map((bytes, index) => [`word/media/image${String(index + 1)}.png`, bytes]),
    ),
  });
}

const paragraph = (text: string, looks: string) =>
  `<w:p><w:r>${looks}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
