import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pictureFolder, readHandbook, sayingsOf } from "../../../bench/handbook/handbook-text.ts";
import { chapterMarkup } from "../../../src/operations/handbook/chapter-markup.ts";
import { readChapters } from "../../../src/operations/handbook/chapters.ts";
import { handbookRoutes } from "../../../src/operations/handbook/handbook-routes.ts";
import { englishWords } from "../../support/english-words.ts";

const folder = "docs/so-tay";
const passages = await readHandbook(folder);
const chapters = await readChapters(folder);
const pages = handbookRoutes(".", () => Promise.resolve("Cổng thông tin điện tử tỉnh Sông Mây"));

/** Everything that the pages of the newsroom can say, as it stands in their sources and in the sample portal's settings. */
async function wordsOfPages(): Promise<string> {
  const files = await Promise.all(
    ["admin", "src", "content"].map(async (root) =>
      (await readdir(root, { recursive: true })).map((name) => join(root, name)),
    ),
  );
  const spoken = files
    .flat()
    .filter((file) => /^(?!content).*\.(?:tsx?|css)$|(?:portal|site)\.yaml$/.test(file));
  return (await Promise.all(spoken.map((file) => readFile(file, "utf8")))).join("\n");
}

test("every word that the handbook quotes from the screen is a word of the pages", async () => {
  const says = sayingsOf(await wordsOfPages());
  const unsaid = passages.flatMap(({ file, heading, quotes }) =>
    quotes.filter((quote) => !says(quote)).map((quote) => `${file}, ${heading}: «${quote}»`),
  );
  expect(unsaid).toEqual([]);
});

test("every picture of the handbook is there and is shown somewhere, and all of them are light", async () => {
  const shown = new Set(passages.flatMap(({ pictures }) => pictures.map((name) => `${name}.webp`)));
  const kept = await readdir(join(folder, pictureFolder));
  expect(kept.sort()).toEqual([...shown].sort());
  const sizes = await Promise.all(
    kept.map(async (name) => (await stat(join(folder, pictureFolder, name))).size),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000);
});

test("every picture of the handbook is described for who cannot see it", () => {
  for (const { markdown } of chapters)
    for (const [picture, alt = ""] of markdown.matchAll(/!\[([^\]]*)\]\([^)]+\)/g))
      expect(alt.length, picture).toBeGreaterThan(10);
});

test("every chapter is a page with all its pictures, which loads nothing from elsewhere and runs nothing", async () => {
  expect(chapters.map(({ name }) => name)).toEqual([
    "",
    "bat-dau-nhanh",
    "bien-tap",
    "nguoi-duyet",
    "cong-tac-vien",
    "quan-tri",
  ]);
  for (const { name, title, markdown } of chapters) {
    const answer = await pages.request(`/so-tay/${name}`);
    expect(answer.status, name).toBe(200);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    const page = await answer.text();
    expect(page.match(/<h1\b/g), name).toHaveLength(1);
    expect(page).toContain(`>${title}</h1>`);
    expect(page).not.toMatch(/<script|style="|⟦|(?:src|href)="https?:/);
    const pictures = [
      ...page.matchAll(/<img src="(\/so-tay\/hinh\/[^"]+)" alt="[^"]+" width="\d+" height="\d+"/g),
    ];
    expect(pictures).toHaveLength(markdown.match(/!\[/g)?.length ?? 0);
    for (const [, address = ""] of pictures) expect((await pages.request(address)).status, address).toBe(200);
  }
});

test("every link of the handbook leads to a passage that is there", () => {
  const markup = new Map(
    chapters.map(({ name, markdown }) => [name, chapterMarkup(markdown, () => undefined)]),
  );
  for (const [from, html] of markup) {
    for (const [, href = ""] of html.matchAll(/<a href="([^"]+)"(?!><img)/g)) {
      const [path = "", passage] = href.split("#");
      const page = path === "" ? from : path.replace("/so-tay/", "");
      expect([...markup.keys()], `${from}: ${href}`).toContain(page);
      if (passage !== undefined)
        expect(markup.get(page), `${from}: ${href}`).toContain(`id="${decodeURIComponent(passage)}"`);
    }
  }
});

test("a page, a style or a picture that the handbook does not have is not found", async () => {
  for (const address of ["/so-tay/khong-co", "/so-tay/hinh/khong-co.webp", "/so-tay/hinh/..%2fREADME.md"])
    expect((await pages.request(address)).status, address).toBe(404);
  expect((await pages.request("/so-tay/kieu.css")).headers.get("content-type")).toContain("text/css");
});

test("the handbook itself speaks Vietnamese", () => {
  for (const { name, markdown } of chapters) {
    const prose = markdown.replace(/```[\s\S]*?```|`[^`]*`|\]\([^)]*\)/g, " ");
    expect(englishWords(prose), name).toEqual([]);
  }
});
