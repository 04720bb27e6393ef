import type { ImportSource } from "../content-model/import-source.ts";
import type { RunCounts } from "./import-store.ts";

/** Documents that a message names one by one. */
const mostNamed = 30;

/** What an import's commit says: what it brings, and from where. Numbers of cases are in no message. */
export function commitMessage(
  { id, name, addresses, folder }: Pick<ImportSource, "id" | "name" | "addresses" | "folder">,
  { run, counts, titles }: { run: number; counts: RunCounts; titles: readonly string[] },
): { title: string; message: string } {
  const parts = [
    [counts.added, "thêm"],
    [counts.changed, "sửa"],
    [counts.withdrawn, "gỡ"],
  ] as const;
  const said = parts.flatMap(([count, word]) => (count > 0 ? [`${word} ${String(count)}`] : [])).join(", ");
  const title = `Nhập từ ${oneLine(name)}: ${said}`;
  const named = titles.slice(0, mostNamed).map((one) => `- ${oneLine(one)}`);
  const more = titles.length > mostNamed ? [`- và ${String(titles.length - mostNamed)} văn bản khác`] : [];
  const paragraphs = [
    title,
    [`Nguồn: ${(addresses ?? [folder ?? ""]).map(oneLine).join(", ")}`, ...named, ...more].join("\n"),
    `Imported-from: ${id}\nImport-run: ${String(run)}`,
  ];
  return { title, message: `${paragraphs.join("\n\n")}\n` };
}

const oneLine = (text: string) => text.replace(/[\s\0]+/g, " ").trim();
