import { describe, expect, test } from "vitest";
import { translationReport } from "../../../src/operations/translation-report.ts";
import { touched } from "../../../src/site/touched.ts";
import { languageLinks } from "../../../src/site/views/translations.ts";
import { aContent, aNewsEntry, aPageEntry, aSiteContent } from "../../support/content.ts";

const bridge = aNewsEntry({ title: "Khánh thành cầu Bến Quế" });
const harvest = aNewsEntry({ title: "Vụ lúa được mùa nhất" });
const source = "/tin-tuc/2026/khanh-thanh-cau-ben-que";
const translation = (title = "Ben Que bridge opens to traffic") =>
  aNewsEntry({ title, translationOf: source });

const original = aSiteContent({ news: [bridge, harvest], pages: [aPageEntry("lien-he")] });
const edition = (news = [translation()]) =>
  aSiteContent({
    id: "tinh-en",
    news,
    pages: [{ ...aPageEntry("contact"), data: { title: "Contact", order: 1, translationOf: "/lien-he" } }],
    settings: { language: "en", editionOf: "tinh", domain: "en.songmay.gov.vn" },
  });

describe("the language switch", () => {
  const content = aContent([original, edition()]);
  const english = content.sites.get("tinh-en") ?? original;

  test("leads to the same page, in both directions", () => {
    expect(languageLinks(content, original, source)).toEqual([
      {
        language: "en",
        label: "English",
        address: "https://en.songmay.gov.vn/tin-tuc/2026/ben-que-bridge-opens-to-traffic",
        translated: true,
      },
    ]);
    const [back] = languageLinks(content, english, "/tin-tuc/2026/ben-que-bridge-opens-to-traffic");
    expect(back?.address).toBe(`https://songmay.gov.vn${source}`);
    expect(languageLinks(content, original, "/lien-he")[0]?.address).toBe(
      "https://en.songmay.gov.vn/contact",
    );
    expect(languageLinks(content, english, "/")[0]).toMatchObject({ translated: true });
  });

  test("leads to the front page and says so where there is no translation", () => {
    expect(languageLinks(content, original, "/tin-tuc/2026/vu-lua-duoc-mua-nhat")).toMatchObject([
      { address: "https://en.songmay.gov.vn/", translated: false },
    ]);
  });

  test("does not lead to a page that was withdrawn", () => {
    const withdrawn = aSiteContent({
      news: [
        aNewsEntry({ title: "Khánh thành cầu Bến Quế", withdrawn: true, withdrawnReason: "Sai số liệu nêu" }),
      ],
    });
    const now = aContent([withdrawn, edition()]);
    const path = "/tin-tuc/2026/ben-que-bridge-opens-to-traffic";
    expect(languageLinks(now, now.sites.get("tinh-en") ?? withdrawn, path)).toMatchObject([
      { translated: false },
    ]);
  });
});

test("a translation that comes renders the original's page anew, whose switch now leads to it", () => {
  const before = aContent([original, edition([])]);
  const after = aContent([original, edition()]);
  const paths = touched(before, after).render.map(({ site, path }) => `${site}${path}`);
  expect(paths).toContain(`tinh${source}`);
  expect(paths).not.toContain("tinh/tin-tuc/2026/vu-lua-duoc-mua-nhat");
});

test("what an edition lacks is listed: missing, outdated, without an original", () => {
  const lost = aNewsEntry({ title: "A page of long ago", translationOf: "/tin-tuc/2020/da-mat" });
  const content = aContent([original, edition([translation(), lost])]);
  const at = (file: string, commit: string) => ({ path: file, commit, message: "" });
  const changes = [at(bridge.file, "c3"), at(translation().file, "c2"), at(harvest.file, "c1")];
  expect(translationReport(content, changes)).toMatchObject([
    {
      site: "tinh-en",
      original: "tinh",
      missing: [{ address: "/tin-tuc/2026/vu-lua-duoc-mua-nhat" }],
      outdated: [{ source }],
      orphaned: [{ source: "/tin-tuc/2020/da-mat" }],
    },
  ]);
  const together = [at(bridge.file, "c2"), at(translation().file, "c2")];
  expect(translationReport(content, together)[0]?.outdated).toEqual([]);
});
