import { stringify } from "yaml";
import { expect, test } from "vitest";
import { formatEntry } from "../../src/content-model/entry-file.ts";
import { mainBranch } from "../../src/git/main-branch.ts";
import type { Repository } from "../../src/git/repository.ts";
import { adsEnding, proveAd } from "../../src/operations/ads-report.ts";
import { aRepository } from "../support/a-repository.ts";
import { anAdEntry } from "../support/content.ts";
import { aSite } from "../support/site.ts";

const ad = (changes: Record<string, unknown> = {}) => formatEntry({ ...anAdEntry().data, ...changes }, "");
const clock = () => new Date("2026-11-20T03:00:00Z");
const portal = {
  name: "Tỉnh Sông Mây",
  timeZone: "Asia/Ho_Chi_Minh",
  sites: ["tinh"],
  people: [
    {
      login: "duyet",
      name: "Hoàng Lan",
      grants: [
        { role: "approver", sites: "*" },
        { role: "operator", sites: "*" },
      ],
    },
  ],
};

/** Merges a change of one file into main as an approver does; null takes the file away. Returns the merge. */
async function merge(repository: Repository, path: string, text: string | null, at: string): Promise<string> {
  const main = (await repository.resolve(mainBranch)) ?? "";
  const oid = text === null ? null : await repository.writeBlob(Buffer.from(text));
  const tree = await repository.writeTree(main, [{ path, oid }]);
  const person = { name: "Hoàng Lan", email: "duyet@example.vn", date: new Date(at) };
  const write = (parents: string[], message: string) =>
    repository.writeCommit({ tree, parents, author: person, committer: person, message });
  const change = await write([main], "Sửa quảng cáo\n");
  const merged = await write([main, change], "Nhập bài gửi 7\n\nApproved-by: Hoàng Lan <duyet@example.vn>\n");
  await repository.updateRef(mainBranch, merged, main);
  return merged;
}

const aPortal = () =>
  aRepository({
    "content/portal.yaml": stringify(portal),
    "content/sites/tinh/site.yaml": stringify(aSite()),
    "content/sites/tinh/ads/con-lai.md": ad({ title: "Còn lại đến cuối tháng", end: "2026-11-30" }),
  });

test("what ends soon is read from main", async () => {
  expect(await adsEnding(await aPortal(), 30, clock)).toMatchObject([
    { site: "tinh", slug: "con-lai", contract: "01/HĐ", end: "2026-11-30", daysLeft: 10 },
  ]);
});

test("the proof of an ad that is no more names the merge that brought it, who approved that, and when it went", async () => {
  const repository = await aPortal();
  const file = "content/sites/tinh/ads/hoi-cho.md";
  const brought = await merge(repository, file, ad({ title: "Hội chợ đặc sản" }), "2026-03-02T01:30:00Z");
  await merge(repository, file, null, "2026-03-11T10:00:00Z");
  const text = await proveAd(repository, { slug: "hoi-cho", year: "2026" }, clock);
  expect(text).toContain("Hội chợ đặc sản");
  expect(text).toContain("trong năm 2026: 10.");
  expect(text).toContain(
    `| 08:30 ngày 02/03/2026 | 17:00 ngày 11/03/2026 | gỡ xuống | ${brought.slice(0, 10)} | Hoàng Lan |`,
  );
});

test("an ad that never was is said not to have been", async () => {
  const proof = proveAd(await aPortal(), { slug: "khong-co", year: "2026" }, clock);
  await expect(proof).rejects.toThrow("never had an ad");
});
