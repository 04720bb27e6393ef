import { deflateSync } from "node:zlib";
import { breakLines } from "../../../rendering/share-cards/break-lines.ts";
import { openLettering, type Lettering } from "../../../rendering/share-cards/lettering.ts";

/** A paragraph of a sample document. */
export interface Paragraph {
  text: string;
  /** Points; 11 unless told. */
  size?: number;
  centred?: boolean;
  bold?: boolean;
}

/** A4 and its margins, in points. */
const page = { width: 595, height: 842, left: 70, right: 45, top: 64 } as const;
const usualSize = 11;

/**
 * A PDF of one page that looks the same everywhere and can be read, searched and copied: letters are drawn as outlines, and
 * the same words lie over them unseen, as scanners with text recognition write them.
 */
export async function pdfFile(title: string, paragraphs: readonly Paragraph[]): Promise<Buffer> {
  const [regular, bold] = await Promise.all([openLettering(500), openLettering(700)]);
  const letters = [...new Set(paragraphs.map(({ text }) => text).join("") + title)];
  const drawn: string[] = [];
  const words: string[] = [];
  let y = page.height - page.top;
  for (const { text, size = usualSize, centred = false, bold: strong = false } of paragraphs) {
    const lettering = strong ? bold : regular;
    const width = page.width - page.left - page.right;
    const { lines } = breakLines(text, "words", {
      width,
      most: 60,
      widthOf: (line) => lettering.widthOf(line, size),
    });
    for (const line of lines) {
      y -= size * 1.5;
      const x = page.left + (centred ? (width - lettering.widthOf(line, size)) / 2 : 0);
      drawn.push(`${outlines(lettering, line, x, y, size)}f`);
      words.push(
        `BT 3 Tr /F1 ${String(size)} Tf ${x.toFixed(1)} ${y.toFixed(1)} Td <${coded(line, letters)}> Tj ET`,
      );
    }
    y -= size * 0.6;
  }
  return assemble(title, `${drawn.join("\n")}\n${words.join("\n")}`, letters);
}

/** A line's letters in the language of PDF, whose y runs upwards. */
function outlines(lettering: Lettering, line: string, x: number, y: number, size: number): string {
  let at = { x: 0, y: 0 };
  const point = (px = 0, py = 0) => `${(x + px).toFixed(2)} ${(y - py).toFixed(2)}`;
  return [...lettering.pathOf(line, 0, 0, size).matchAll(/([MLQCZ])([^MLQCZ]*)/g)]
    .map(([, command, text = ""]) => {
      const n = (text.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n;
      switch (command) {
        case "M":
          at = { x: a, y: b };
          return `${point(a, b)} m `;
        case "L":
          at = { x: a, y: b };
          return `${point(a, b)} l `;
        case "Q": {
          const first = point(at.x + (2 / 3) * (a - at.x), at.y + (2 / 3) * (b - at.y));
          const second = point(c + (2 / 3) * (a - c), d + (2 / 3) * (b - d));
          at = { x: c, y: d };
          return `${first} ${second} ${point(c, d)} c `;
        }
        case "C":
          at = { x: e, y: f };
          return `${point(a, b)} ${point(c, d)} ${point(e, f)} c `;
        default:
          return "h ";
      }
    })
    .join("");
}

const coded = (line: string, letters: readonly string[]) =>
  Array.from(line, (letter) => (letters.indexOf(letter) + 1).toString(16).padStart(4, "0")).join("");

function assemble(title: string, content: string, letters: readonly string[]): Buffer {
  const hex = (text: string) => `FEFF${Buffer.from(text, "utf16le").swap16().toString("hex")}`;
  const size = `[0 0 ${String(page.width)} ${String(page.height)}]`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (vi) /ViewerPreferences << /DisplayDocTitle true >> >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox ${size} /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>`,
    stream(content),
    "<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 550 /FontDescriptor 8 0 R >>",
    stream(toUnicode(letters)),
    "<< /Type /FontDescriptor /FontName /Helvetica /Flags 32 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    `<< /Title <${hex(title)}> /Producer (Cong) >>`,
  ];
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const offset = length;
    const body = typeof object === "string" ? Buffer.from(object, "latin1") : object;
    const bytes = Buffer.concat([
      Buffer.from(`${String(index + 1)} 0 obj\n`),
      body,
      Buffer.from("\nendobj\n"),
    ]);
    parts.push(bytes);
    length += bytes.length;
    return offset;
  });
  const count = String(objects.length + 1);
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R /Info 9 0 R >>\nstartxref\n${String(length)}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function stream(text: string): Buffer {
  const packed = deflateSync(Buffer.from(text, "latin1"));
  return Buffer.concat([
    Buffer.from(`<< /Length ${String(packed.length)} /Filter /FlateDecode >>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
}

function toUnicode(letters: readonly string[]): string {
  const names = letters.map(
    (letter, index) =>
      `<${(index + 1).toString(16).padStart(4, "0")}> <${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}>`,
  );
  const groups = Array.from({ length: Math.ceil(names.length / 100) }, (_, at) =>
    names.slice(100 * at, 100 * (at + 1)),
  );
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def",
    "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ...groups.map((group) => `${String(group.length)} beginbfchar\n${group.join("\n")}\nendbfchar`),
    "endcmap end end",
  ].join("\n");
}
