import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A part of the handbook under one heading, with the pictures that show what it speaks of. */
export interface Passage {
  file: string;
  heading: string;
  /** Names of its pictures, without folder and ending. */
  pictures: readonly string[];
  /** Further screens that it speaks of without showing them, named in a comment: `<!-- màn hình: bt-01-dang-nhap -->`. */
  screens: readonly string[];
  /** What it quotes from the screen: everything between « and ». */
  quotes: readonly string[];
}

/** The handbook's pictures lie here, beside its texts. */
export const pictureFolder = "hinh";

/** Reads every text of the handbook, heading by heading. */
export async function readHandbook(folder: string): Promise<Passage[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return files.flatMap((file, index) => passagesOf(file, texts[index] ?? ""));
}

function passagesOf(file: string, text: string): Passage[] {
  return text.split(/^(?=#{1,4} )/m).map((part) => ({
    file,
    heading: /^#+ (.+)/.exec(part)?.[1] ?? "",
    pictures: [...part.matchAll(/!\[[^\]]*\]\(hinh\/([\w-]+)\.webp\)/g)].map(([, name = ""]) => name),
    screens: (/<[!]-- màn hình: ([\w -]+?) -->/.exec(part)?.[1] ?? "").split(" ").filter(Boolean),
    quotes: [...part.matchAll(/«([^«»]+)»/g)].map(([, quote = ""]) => quote.replace(/\s+/g, " ").trim()),
  }));
}

/** Tells whether words stand in a text, however it breaks its lines and whatever it writes in capitals. */
export function sayingsOf(text: string): (words: string) => boolean {
  const said = plain(text);
  return (words) => said.includes(plain(words));
}

const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").toLocaleLowerCase("vi");
