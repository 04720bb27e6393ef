import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A text of the handbook, as it stands in `docs/so-tay`. */
export interface Chapter {
  /** The last part of its address; nothing for the table of contents. */
  name: string;
  title: string;
  markdown: string;
}

/** The file that is the table of contents, and stands before the others. */
const contents = "README.md";

/** Reads the handbook, in the order in which its table of contents names the chapters. */
export async function readChapters(folder: string): Promise<Chapter[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".md"));
  const chapters = await Promise.all(files.map((file) => readChapter(folder, file)));
  const named = chapters.find(({ name }) => name === "")?.markdown ?? "";
  const place = ({ name }: Chapter) => (name === "" ? -1 : named.indexOf(`(${name}.md)`));
  return chapters.sort((a, b) => place(a) - place(b));
}

async function readChapter(folder: string, file: string): Promise<Chapter> {
  const markdown = await readFile(join(folder, file), "utf8");
  return {
    name: file === contents ? "" : file.replace(/\.md$/, ""),
    title: /^# (.+)$/m.exec(markdown)?.[1] ?? file,
    markdown,
  };
}
