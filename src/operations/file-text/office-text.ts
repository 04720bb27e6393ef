import { zipEntries } from "../../foundation/read-zip.ts";

/** Where Office files keep what people read. */
const textParts =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)|xl\/sharedStrings|xl\/worksheets\/sheet\d+)\.xml$/;
/** As much text as is read of one file, in bytes: a small archive may unfold to any size. */
const largestPart = 20_000_000;

/** The text of a Word or Excel file, a paragraph or cell to a line; `""` where it cannot be read. */
export function officeText(data: Uint8Array): string {
  const file = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  try {
    return zipEntries(file)
      .filter(({ name }) => textParts.test(name))
      .map((entry) => textOfXml(entry.unpack(largestPart).toString("utf8")))
      .join("\n");
  } catch {
    return "";
  }
}

/** Words of one paragraph stand in several runs; a tab or the end of a table's cell parts them. */
function textOfXml(xml: string): string {
  return xml
    .replace(/<w:(?:tab|br|cr)\b[^>]*>/g, "   ")
    .replace(/<\/w:p>|<\/si>|<\/row>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(lt|gt|quot|apos|amp|#x[0-9a-f]+|#\d+);/gi,
      (whole, name: string) => entities[name] ?? numbered(name) ?? whole,
    )
    .normalize("NFC");
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function numbered(name: string): string | undefined {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return name.startsWith("#") && code > 0 && code < 0x110000 ? String.fromCodePoint(code) : undefined;
}
