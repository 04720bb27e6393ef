import { join } from "node:path";
import { onTestFinished, expect, test } from "vitest";
import { stringify } from "yaml";
import type { Content } from "../../src/content-store/content.ts";
import { openEntryStore } from "../../src/content-store/entry-store.ts";
import { loadContent } from "../../src/content-store/load.ts";
import { readFilesInThreads } from "../../src/content-store/read-files.ts";
import { commitSource, folderSource } from "../../src/content-store/source.ts";
import { createBareRepository } from "../../src/git/create-bare-repository.ts";
import { openRepository } from "../../src/git/repository.ts";
import { aCheckout, aFolder } from "../support/a-repository.ts";
import { aNewsText } from "../support/news.ts";
import { aSite } from "../support/site.ts";

const person = {
  login: "duyet",
  name: "Hoàng Lan",
  title: "Trưởng ban",
  grants: [
    { role: "approver", sites: "*" },
    { role: "operator", sites: "*" },
  ],
};
const portal = { name: "Tỉnh Sông Mây", timeZone: "Asia/Ho_Chi_Minh", sites: ["tinh"], people: [person] };
const at = new Date("2026-10-20T03:00:00Z");

test("threads read the same content as one thread, from a checkout and from a commit", async () => {
  const folder = await aFolder();
  const articles = Array.from({ length: 2100 }, (_, index): [string, string] => {
    // Every hundredth is broken: its problem must arrive, too.
    const text = aNewsText({ title: `Khánh thành cầu số ${String(index)}` }, `Thân bài số ${String(index)}.`);
    return [
      `content/sites/tinh/news/2026/tin-${String(index)}.md`,
      index % 100 === 0 ? text.replace("category: kinh-te\n", "") : text,
    ];
  });
  const checkout = await aCheckout(join(folder, "checkout"), {
    "content/portal.yaml": stringify(portal),
    "content/sites/tinh/site.yaml": stringify(aSite()),
    ...Object.fromEntries(articles),
  });
  const dir = join(folder, "repository.git");
  await createBareRepository(checkout, dir);
  const repository = openRepository(dir);
  onTestFinished(() => repository.close());

  const here = toCompare(await loadContent(folderSource(checkout), at));
  expect(here.problems).toHaveLength(21);
  for (const source of [folderSource(checkout), commitSource(repository, "main")]) {
    const store = openEntryStore(join(await aFolder(), "entries.db"), "test");
    const read = await loadContent(source, at, { store, read: readFilesInThreads });
    expect(toCompare(read)).toEqual(here);
    store.close();
  }
});

function toCompare({ sites, problems }: Content) {
  const site = sites.get("tinh");
  return {
    news: site?.news,
    bodies: site?.news.map((entry) => site.body(entry)),
    problems: problems.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  };
}
