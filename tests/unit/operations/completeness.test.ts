import { expect, test } from "vitest";
import type { SiteContent } from "../../../src/content-store/content.ts";
import { assessSite } from "../../../src/operations/completeness/assess-site.ts";
import { completenessReport } from "../../../src/operations/completeness/report.ts";
import { aNewsEntry, aPageEntry, aSiteContent } from "../../support/content.ts";
import { aPerson, aUnit } from "../../support/organisation.ts";

const at = new Date("2026-11-20T03:00:00Z");
const about = (site: SiteContent, id: string) => assessSite(site, at).find((one) => one.id === id);
const withPeople = (...person: ReturnType<typeof aPerson>[]) =>
  aSiteContent({ entries: { dossier: [], unit: [aUnit("UBND", { kind: "lanh-dao" })], person } });

test("an empty site lacks what its settings do not say, and is told where it was looked for", () => {
  const missing = assessSite(aSiteContent(), at).filter(({ state }) => state === "missing");
  expect(missing.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["functions", "organisation-chart", "leaders", "finance", "accessibility"]),
  );
  for (const { looked, remedy } of missing)
    expect([looked.length > 0, remedy !== undefined]).toEqual([true, true]);
});

test("a page is found by its name, whatever its accents", () => {
  const site = aSiteContent({ pages: [aPageEntry("gioi-thieu", { title: "Chức năng và nhiệm vụ" })] });
  expect(about(site, "functions")).toMatchObject({ state: "present", place: "/gioi-thieu" });
});

test("what is published every year is out of date when the newest of it is", () => {
  const settlement = (date: string) =>
    aNewsEntry({ title: `Công bố quyết toán ngân sách ${date.slice(0, 4)}`, date });
  const old = settlement("2024-07-01T08:00:00+07:00");
  expect(about(aSiteContent({ news: [old] }), "finance")?.state).toBe("outdated");
  const fresh = settlement("2026-07-01T08:00:00+07:00");
  expect(about(aSiteContent({ news: [fresh, old] }), "finance")).toMatchObject({
    state: "present",
    place: `/tin-tuc/2026/${fresh.slug}`,
  });
});

test("leaders who cannot be reached are named", () => {
  const reach = { phone: "0299 3 800 100", email: "an@songmay.gov.vn" };
  const site = withPeople(aPerson("An", "ubnd", reach), aPerson("Bình", "ubnd"));
  expect(about(site, "leaders")).toMatchObject({
    state: "incomplete",
    detail: expect.stringContaining("còn thiếu: Bình") as unknown,
  });
});

test("contact officers count by name, leaders alone do not", () => {
  expect(about(withPeople(aPerson("An", "ubnd")), "contact-officers")?.state).toBe("missing");
  const officer = aPerson("An", "ubnd", { contactOfficer: true, phone: "0299 3 800 100" });
  expect(about(withPeople(officer), "contact-officers")).toMatchObject({
    state: "present",
    detail: "An (0299 3 800 100)",
  });
});

test("a unit without an address has that of the one it belongs to", () => {
  const unit = [
    aUnit("UBND", { kind: "lanh-dao", address: "Số 1", phone: "0299 3 800 100", email: "a@songmay.gov.vn" }),
    aUnit("Phòng A", { parent: "ubnd", phone: "0299 3 800 101" }),
  ];
  expect(about(aSiteContent({ entries: { dossier: [], unit, person: [] } }), "reach")?.state).toBe("present");
});

test("the report says first what is to be done", () => {
  const site = aSiteContent();
  const report = completenessReport(site, assessSite(site, at));
  expect(report.indexOf("Cần làm:")).toBeGreaterThan(0);
  expect(report.indexOf("\nThiếu:")).toBeLessThan(report.indexOf("\nĐủ:"));
});
