import { join, resolve } from "node:path";
import { stringify } from "yaml";
import { expect, onTestFinished, test } from "vitest";
import { formatEntry } from "../../src/content-model/entry-file.ts";
import { createBareRepository } from "../../src/git/create-bare-repository.ts";
import { openDataFolder } from "../../src/operations/data-folder.ts";
import { startNewsroom } from "../../src/operations/newsroom.ts";
import { aCheckout, aFolder } from "../support/a-repository.ts";
import { anAdEntry } from "../support/content.ts";
import { aNewsText } from "../support/news.ts";
import { aSite } from "../support/site.ts";
import { until } from "../support/until.ts";

const ad = (title: string, days: { start: string; end: string }) =>
  formatEntry(
    { ...anAdEntry().data, title, target: `https://vi-du.vn/${String(title.length)}`, ...days },
    "",
  );
const ends = "Hội chợ cuối tuần, chỉ đến hết hôm nay";
const begins = "Tuần lễ sách, bắt đầu từ ngày mai";

/** A portal of one site with an ad that ends on 20 November 2026 and one that begins the day after. */
async function aPortal(folder: string): Promise<string> {
  const grants = ["editor", "approver", "operator"].map((role) => ({ role, sites: "*" }));
  const portal = {
    name: "Tỉnh Sông Mây",
    timeZone: "Asia/Ho_Chi_Minh",
    sites: ["tinh"],
    people: [{ login: "duyet", name: "Hoàng Lan", grants }],
  };
  return aCheckout(folder, {
    "content/portal.yaml": stringify(portal),
    "content/sites/tinh/site.yaml": stringify(aSite()),
    "content/sites/tinh/news/2026/bai.md": aNewsText(),
    "content/sites/tinh/ads/het-han.md": ad(ends, { start: "2026-11-01", end: "2026-11-20" }),
    "content/sites/tinh/ads/bat-dau.md": ad(begins, { start: "2026-11-21", end: "2026-11-30" }),
  });
}

test("an ad that ends at midnight is gone from both hosts, and the next one there, though nobody touched anything", async () => {
  const data = await openDataFolder(join(await aFolder(), "data"));
  await createBareRepository(await aPortal(join(await aFolder(), "checkout")), data.repository);
  // The clock on the wall stands still two seconds before midnight until the newsroom is ready.
  const evening = Date.parse("2026-11-20T23:59:58+07:00");
  let clock = () => new Date(evening);
  const newsroom = await startNewsroom({
    checkout: resolve(import.meta.dirname, "../.."),
    data: data.path,
    firstPort: 0,
    address: "127.0.0.1",
    clock: () => clock(),
    log: () => undefined,
  });
  onTestFinished(() => newsroom.stop());
  const main = await newsroom.repository.resolve("main");
  const shown = () =>
    Promise.all(
      newsroom.hosts.flatMap(({ origins }) =>
        ["/", "/tin-tuc/2026/bai"].map(async (path) => {
          const page = await (await fetch(`${origins?.get("tinh") ?? ""}${path}`)).text();
          return [page.includes(ends), page.includes(begins)];
        }),
      ),
    );
  expect(newsroom.hosts).toHaveLength(2);
  for (const page of await shown()) expect(page).toEqual([true, false]);

  const begun = Date.now();
  clock = () => new Date(evening + Date.now() - begun);
  await until("both hosts to show the new day's ad", async () =>
    (await shown()).every(([, ofTomorrow]) => ofTomorrow) ? true : undefined,
  );
  for (const page of await shown()) expect(page).toEqual([false, true]);
  expect(await newsroom.repository.resolve("main")).toBe(main);
});
