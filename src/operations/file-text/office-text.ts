import { inflateRawSync } from "node:zlib";

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
      .map((entry) => textOfXml(unpack(file, entry)))
      .join("\n");
  } catch {
    return "";
  }
}

interface ZipEntry {
  name: string;
  packed: boolean;
  size: number;
  at: number;
}

/** The files of a ZIP archive by its directory, which stands at its end (PKWARE's APPNOTE, 4.3.12). */
function zipEntries(file: Buffer): ZipEntry[] {
  const tail = file.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  const entries: ZipEntry[] = [];
  let at = file.readUInt32LE(tail + 16);
  for (let left = file.readUInt16LE(tail + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: file.toString("utf8", at + 46, at + 46 + name),
      packed: file.readUInt16LE(at + 10) === 8,
      size: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

function unpack(file: Buffer, { packed, size, at }: ZipEntry): string {
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const bytes = file.subarray(start, start + size);
  return (packed ? inflateRawSync(bytes, { maxOutputLength: largestPart }) : bytes).toString("utf8");
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
