/**
 * A PDF with a page for each text. Letters are numbered as they come and named by a table, as word processors write
 * Vietnamese: up to 200 different ones.
 */
export function aPdf(pages: readonly string[]): Buffer {
  const letters = [...new Set(pages.join(""))];
  const hex = (text: string) =>
    Array.from(text, (letter) => (letters.indexOf(letter) + 33).toString(16).padStart(2, "0")).join("");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${String(pages.length)} /Kids [${pages.map((_, place) => `${String(5 + 2 * place)} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>",
    stream(toUnicode(letters)),
    ...pages.flatMap((text, place) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${String(6 + 2 * place)} 0 R >>`,
      stream(
        lines(text)
          .map((line, row) => `BT /F1 12 Tf 50 ${String(780 - 20 * row)} Td <${hex(line)}> Tj ET`)
          .join("\n"),
      ),
    ]),
  ];
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, place) => {
    const offset = file.length;
    file += `${String(place + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = String(objects.length + 1);
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(file.length)}\n%%EOF\n`,
    "latin1",
  );
}

const stream = (text: string) => `<< /Length ${String(text.length)} >>\nstream\n${text}\nendstream`;

const lines = (text: string): string[] => text.match(/.{1,80}(?:\s|$)|\S{80}/gu) ?? [];

function toUnicode(letters: readonly string[]): string {
  const names = letters.map((letter, place) => {
    const code = (place + 33).toString(16).padStart(2, "0");
    return `<${code}> <${letter.charCodeAt(0).toString(16).padStart(4, "0")}>`;
  });
  const groups = Array.from({ length: Math.ceil(names.length / 100) }, (_, place) =>
    names.slice(100 * place, 100 * (place + 1)),
  );
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def",
    "1 begincodespacerange <00> <FF> endcodespacerange",
    ...groups.map((group) => `${String(group.length)} beginbfchar\n${group.join("\n")}\nendbfchar`),
    "endcmap end end",
  ].join("\n");
}
