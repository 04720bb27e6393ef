import { expect, test } from "vitest";
import { addressesOf, movedAddresses } from "../../../src/content-store/addresses.ts";
import { documentCandidates, turningCandidates } from "../../../src/content-store/document-pages.ts";
import type { EntryOf, SiteContent } from "../../../src/content-store/content.ts";
import { nextChange } from "../../../src/content-store/next-change.ts";
import { consultationSchema } from "../../../src/content-model/consultation.ts";
import { documentSchema } from "../../../src/content-model/document.ts";
import { openData } from "../../../src/site/feeds/open-data.ts";
import { touched } from "../../../src/site/touched.ts";
import { caseFile, casesPage } from "../../../src/site/views/cases.ts";
import { consultationPage } from "../../../src/site/views/consultation.ts";
import { documentPage } from "../../../src/site/views/document.ts";
import { documentList } from "../../../src/site/views/document-list.ts";
import { gazettePage } from "../../../src/site/views/gazette.ts";
import { searchPage } from "../../../src/site/views/search-page.ts";
import { aContent, aSiteContent } from "../../support/content.ts";
import { aDocument, aRegister, aRegisterOf } from "../../support/documents.ts";

const numbers = (site: SiteContent, place: string) =>
  documentList(aContent([site]), site, place)?.documents.map(({ number }) => number);

const stages = aDocument("1/QĐ-UBND", "2026-01-05", {
  effectiveFrom: "2026-02-01",
  partlyExpiredOn: "2026-06-01",
  expiredOn: "2027-01-01",
});

test.each([
  ["2026-01-31T16:59:59Z", "Chưa có hiệu lực"],
  ["2026-01-31T17:00:00Z", "Đang có hiệu lực"],
  ["2026-05-31T17:00:00Z", "Hết hiệu lực một phần"],
  ["2026-12-31T17:00:00Z", "Hết hiệu lực"],
])("at %s a document that says its days is «%s»", (at, label) => {
  const site = aRegister(stages);
  expect(documentPage(aContent([site], new Date(at)), site, "2026", "1-qd-ubnd")).toMatchObject({
    validity: { label },
  });
});

test("a document's validity turns by itself: the portal changes at that midnight, and only pages that show it", () => {
  const others = Array.from({ length: 60 }, (_, at) =>
    aDocument(`${String(100 + at)}/KH-UBND`, "2025-03-01"),
  );
  const site = aRegister(stages, ...others);
  const before = aContent([site], new Date("2026-05-31T16:59:00Z"));
  expect(nextChange(before)).toEqual(new Date("2026-05-31T17:00:00Z"));
  const after = aContent([site], new Date("2026-05-31T17:00:00Z"));
  const { render, remove } = touched(before, after);
  const paths = render.map(({ path }) => path);
  expect(paths).toContain("/van-ban/2026/1-qd-ubnd");
  expect(paths).toContain("/van-ban/loai/quyet-dinh/nam/2026");
  expect(paths.filter((path) => path.includes("ke-hoach") || path.includes("2025"))).toEqual([]);
  expect(remove).toEqual([]);
  expect(turningCandidates(site, "2026-05-31", "2026-05-31")).toEqual([]);
});

test("relations lead both ways and stand on the timeline in their order, what is to come marked", () => {
  const site = aRegister(
    aDocument("5/QĐ-UBND", "2024-01-05", { effectiveFrom: "2024-02-01" }),
    aDocument("6/HD-SXD", "2024-03-05", { guides: ["5/QĐ-UBND"] }),
    aDocument("7/QĐ-UBND", "2026-09-01", { amends: ["5/QĐ-UBND"], effectiveFrom: "2026-12-01" }),
  );
  const page = documentPage(aContent([site]), site, "2024", "5-qd-ubnd");
  expect(page).toMatchObject({
    relations: [
      { name: "Được sửa đổi, bổ sung bởi", documents: [{ number: "7/QĐ-UBND" }] },
      { name: "Được hướng dẫn thi hành bởi", documents: [{ number: "6/HD-SXD" }] },
    ],
    timeline: [
      { day: { iso: "2024-01-05" }, ahead: false },
      { day: { iso: "2024-02-01" }, ahead: false },
      { day: { iso: "2024-03-05" }, document: { number: "6/HD-SXD" } },
      { day: { iso: "2026-12-01" }, document: { number: "7/QĐ-UBND" }, ahead: true },
    ],
  });
  expect(documentPage(aContent([site]), site, "2024", "6-hd-sxd")).toMatchObject({
    relations: [{ name: "Hướng dẫn thi hành cho", documents: [{ address: "/van-ban/2024/5-qd-ubnd" }] }],
  });
});

test("documents are listed by type and year, by who issued them, and by the register they belong to", () => {
  const site = aRegister(
    aDocument("5/2026/QĐ-UBND", "2026-01-05"),
    aDocument("6/KH-SXD", "2025-03-05", { type: "ke-hoach", issuer: "Sở Xây dựng" }),
    aDocument("7/BC-SXD", "2026-03-05", { type: "bao-cao", issuer: "SỞ XÂY DỰNG" }),
  );
  expect(numbers(site, "loai/ke-hoach/nam/2025")).toEqual(["6/KH-SXD"]);
  expect(numbers(site, "loai/ke-hoach/nam/2026")).toBeUndefined();
  expect(numbers(site, "co-quan/so-xay-dung")).toEqual(["7/BC-SXD", "6/KH-SXD"]);
  expect(numbers(site, "co-quan/so-xay-dung/nam/2025")).toEqual(["6/KH-SXD"]);
  expect(numbers(site, "linh-vuc/dat-dai")).toHaveLength(3);
  expect(numbers(site, "nhom/quy-pham-phap-luat")).toEqual(["5/2026/QĐ-UBND"]);
  expect(numbers(site, "nhom/chi-dao-dieu-hanh")).toEqual(["6/KH-SXD"]);
});

test("a merged authority's old register and a renumbered document's old address lead on", () => {
  const document = [
    aDocument("1/QĐ-STNMT", "2020-03-01", { issuer: "Sở Tài nguyên và Môi trường" }),
    aDocument("2/QĐ-SNNMT", "2026-03-01", {
      issuer: "Sở Nông nghiệp và Môi trường",
      formerAddresses: ["/van-ban/2026/2-qd-snn", "/van-ban/2020/1-qd-stnmt"],
    }),
  ];
  const issuers = [{ name: "Sở Nông nghiệp và Môi trường", formerly: ["Sở Tài nguyên và Môi trường"] }];
  const site = aSiteContent({ entries: { document }, settings: { issuers } });
  expect(numbers(site, "co-quan/so-nong-nghiep-va-moi-truong")).toEqual(["2/QĐ-SNNMT", "1/QĐ-STNMT"]);
  const moved = movedAddresses(site).map(({ path, file, movedTo }) => `${path} ${file} ${movedTo ?? ""}`);
  expect(moved).toEqual([
    // What another document has taken since stays with it.
    "/van-ban/2026/2-qd-snn van-ban/2026/2-qd-snn.301 /van-ban/2026/2-qd-snnmt",
    "/van-ban/co-quan/so-tai-nguyen-va-moi-truong van-ban/co-quan/so-tai-nguyen-va-moi-truong.301 /van-ban/co-quan/so-nong-nghiep-va-moi-truong",
    "/van-ban/co-quan/so-tai-nguyen-va-moi-truong/nam/2020 van-ban/co-quan/so-tai-nguyen-va-moi-truong/nam/2020.301 /van-ban/co-quan/so-nong-nghiep-va-moi-truong/nam/2020",
  ]);
  const before = aSiteContent({ entries: { document } });
  expect(documentCandidates(before, site)).toContain("/van-ban/2020/1-qd-stnmt");
});

test("open data is one file for a year and type, for spreadsheets with a mark that tells them it is UTF-8", () => {
  const site = aRegister(
    aDocument("5/QĐ-UBND", "2026-01-05", {
      excerpt: 'Về việc "thử", có dấu phẩy',
      replaces: ["1/QĐ-UBND", "2/QĐ-UBND"],
    }),
    aDocument("6/KH-UBND", "2026-01-06", { type: "ke-hoach", excerpt: "=HYPERLINK(1) là chữ" }),
  );
  const [head, row, end] = openData(site, "2026", "quyet-dinh.csv")?.split("\r\n") ?? [];
  expect(head?.startsWith("\ufeffso_ky_hieu,loai,")).toBe(true);
  expect(row).toContain('"Về việc ""thử"", có dấu phẩy"');
  expect(row).toContain("1/QĐ-UBND 2/QĐ-UBND");
  expect(end).toBe("");
  expect(openData(site, "2026", "ke-hoach.csv")).toContain("'=HYPERLINK(1) là chữ");
  expect(JSON.parse(openData(site, "2026", "quyet-dinh.json") ?? "")).toMatchObject([
    { so_ky_hieu: "5/QĐ-UBND", ngay_hieu_luc: null, thay_the: ["1/QĐ-UBND", "2/QĐ-UBND"] },
  ]);
  expect(openData(site, "2025", "quyet-dinh.csv")).toBeUndefined();
});

const draft: EntryOf<"consultation"> = {
  ...{ file: "content/sites/tinh/consultations/2026/du-thao.md", oid: "0", slug: "du-thao", year: "2026" },
  ...{ media: [], record: undefined },
  data: consultationSchema.parse({
    ...{
      title: "Dự thảo Quyết định về vỉa hè",
      type: "quyet-dinh",
      field: "giao-thong",
      unit: "Sở Xây dựng",
    },
    ...{ openedOn: "2026-02-09", closesOn: "2026-03-12" },
  }),
};
const drafts = aSiteContent({
  entries: { consultation: [draft] },
  settings: { publicService: "https://gui-bai.songmay.gov.vn" },
});

test("a draft closes by itself at the end of its last day, and its form with it", () => {
  const open = aContent([drafts], new Date("2026-03-12T16:59:00Z"));
  expect(consultationPage(open, drafts, "2026", "du-thao")).toMatchObject({
    state: "open",
    form: "https://gui-bai.songmay.gov.vn/gop-y/tinh/2026/du-thao",
  });
  const midnight = new Date("2026-03-12T17:00:00Z");
  expect(nextChange(open)).toEqual(midnight);
  const closed = aContent([drafts], midnight);
  expect(consultationPage(closed, drafts, "2026", "du-thao")).toMatchObject({
    state: "closed",
    form: undefined,
  });
  expect(touched(open, closed).render.map(({ path }) => path)).toContain("/lay-y-kien/2026/du-thao");
});

test("an outcome is published only after the comments have closed, and says what became of them", () => {
  const outcome = (outcomeOn: string, words?: string) =>
    consultationSchema
      .safeParse({ ...draft.data, outcomeOn, outcome: words })
      .error?.issues.map(({ path }) => path[0]);
  expect(outcome("2026-03-12", "Tiếp thu ba ý kiến, nêu rõ lý do.")).toEqual(["outcomeOn"]);
  expect(outcome("2026-03-20")).toEqual(["outcome"]);
  expect(outcome("2026-03-20", "Tiếp thu ba ý kiến, nêu rõ lý do.")).toBeUndefined();
});

test("an issue of the gazette shows its documents, and each document its issue", () => {
  const gazette: EntryOf<"gazette"> = {
    ...{ file: "content/sites/tinh/gazette/2026/so-01.md", oid: "0", slug: "so-01", year: "2026" },
    ...{ media: [], record: undefined },
    data: { title: "Công báo số 01", publishedOn: "2026-02-01", documents: ["5/QĐ-UBND", "9/QĐ-UBND"] },
  };
  const document = [aDocument("5/QĐ-UBND", "2026-01-05"), aDocument("5/QĐ-UBND", "2026-06-05")];
  const site = aSiteContent({ entries: { document: document.slice(0, 1), gazette: [gazette] } });
  const content = aContent([site]);
  expect(gazettePage(content, site, "2026", "so-01")).toMatchObject({
    documents: [{ number: "5/QĐ-UBND" }],
    others: ["9/QĐ-UBND"],
  });
  expect(documentPage(content, site, "2026", "5-qd-ubnd")).toMatchObject({
    gazettes: [{ label: "Công báo số 01", address: "/cong-bao/2026/so-01" }],
  });
  const without = aSiteContent({ entries: { document: document.slice(0, 1) } });
  expect(documentCandidates(without, site)).toContain("/van-ban/2026/5-qd-ubnd");
});

test("a case is at an address that its key alone makes, no page leads there, and nothing says whose it is", () => {
  const key = "0123456789abcdef0123456789abcdef";
  const data = {
    ...({ site: "tinh", source: "mot-cua", state: "dang-xu-ly", receivedOn: "2026-11-03" } as const),
    unit: "Sở Nông nghiệp và Môi trường",
  };
  const site = aSiteContent({ cases: new Map([[key, { key, oid: "0", data }]]) });
  const content = aContent([site]);
  expect(JSON.parse(caseFile(site, key) ?? "")).toEqual({
    ...{ state: "dang-xu-ly", name: "Đang xử lý", receivedOn: "2026-11-03" },
    unit: "Sở Nông nghiệp và Môi trường",
  });
  expect(casesPage(content, site)?.head.canonical).toBeUndefined();
  const paths = addressesOf(content).map(({ path }) => path);
  expect(paths.filter((path) => path.includes(key))).toEqual([`/tra-cuu-ho-so/01/${key}.json`]);
  expect(casesPage(content, aSiteContent())).toBeUndefined();
});

test("a part of a document cannot cease to be in force before the document does anything", () => {
  const { data } = aDocument("5/QĐ-UBND", "2026-01-05", { partlyExpiredOn: "2025-12-31" });
  expect(documentSchema.safeParse(data).error?.issues.map(({ path }) => path[0])).toEqual([
    "partlyExpiredOn",
  ]);
});

test("where the search does not know the words of all documents it says from which year on, and leads to the older ones", () => {
  const days = ["2026-03-01", "2024-05-01", "2023-05-01"];
  const documents = days.flatMap((day, index) =>
    Array.from({ length: index === 0 ? 4999 : 2 }, (_, at) => aDocument(`${String(at + 1)}/KH-UBND`, day)),
  );
  const site = aRegisterOf(documents);
  expect(searchPage(aContent([site]), site).older).toEqual({
    since: "2024",
    count: 3,
    register: "/van-ban",
    years: [
      { label: "2024", address: "/van-ban/nam/2024" },
      { label: "2023", address: "/van-ban/nam/2023" },
    ],
  });
  const small = aRegister(stages);
  expect(searchPage(aContent([small]), small).older).toBeUndefined();
});
