import { entryFolder, entryKindNames, entryKinds } from "../../../src/content-model/entry-kinds.ts";
import { readCollectionName } from "../../../src/editorial/collection-name.ts";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { newsSchema } from "../../../src/content-model/news.ts";
import { portalSchema } from "../../../src/content-model/portal.ts";
import { siteSchema } from "../../../src/content-model/site.ts";
import { cmsConfig, type CmsConfigOptions } from "../../../src/editorial/cms-config.ts";
import type { CmsField } from "../../../src/editorial/cms-field.ts";
import { pageKinds } from "../../support/page-kinds.ts";

const read = async (path: string): Promise<unknown> => parse(await readFile(path, "utf8"));
const portal = portalSchema.parse(await read("content/portal.yaml"));
const sites = new Map(
  await Promise.all(
    portal.sites.map(
      async (id) => [id, siteSchema.parse(await read(`content/sites/${id}/site.yaml`))] as const,
    ),
  ),
);

const build = (changes: Partial<CmsConfigOptions> = {}) =>
  cmsConfig({
    portal,
    sites,
    years: (site, kind) => (site === "tinh" && kind === "news" ? ["2024", "2026", "2025"] : []),
    origin: "http://127.0.0.1:4300",
    repo: "cong/noi-dung",
    currentYear: "2026",
    ...changes,
  });

const collection = (name: string, config = build()) => {
  const found = config.collections.find((one) => one.name === name);
  if (!found) throw new Error(`No collection ${name}`);
  return found;
};

const field = (collectionName: string, name: string) =>
  collection(collectionName).fields.find((one) => one.name === name);

test("each site has its collections together: this year's news first, earlier years last, newest first", () => {
  const names = build().collections.map(({ name }) => name);
  const sites = names.map((name) => readCollectionName(name)?.site);
  expect(sites.join(" ")).toMatch(/^(?:tinh ?)+(?:so-nong-nghiep ?)+(?:tinh-en ?)+$/);
  const ofProvince = names.filter((_, place) => sites[place] === "tinh");
  expect(ofProvince.slice(0, 3)).toEqual(["tinh-tin-2026", "tinh-trang", "tinh-quang-cao"]);
  expect(ofProvince.slice(-2)).toEqual(["tinh-tin-2025", "tinh-tin-2024"]);
  for (const kind of entryKindNames)
    expect(names.filter((name) => readCollectionName(name)?.kind === kind).length).toBeGreaterThanOrEqual(2);
});

/** Pages whose address does not say what they are made of. */
const madeOf: Readonly<Record<string, readonly (typeof entryKindNames)[number][]>> = {
  "/": ["news", "ad", "document", "piece", "week"],
  "/chuyen-muc": ["news"],
  "/tu-khoa": ["news"],
  "/so-do-to-chuc": ["unit"],
  "/lien-ket": ["ad"],
  "/so-do-trang": entryKindNames,
  "/tim-kiem": entryKindNames,
  // What other systems send, and nothing at all.
  "/tra-cuu-ho-so": [],
  "/khong-co-trang-nay": [],
};

test.each(pageKinds)("what «$name» shows is written in a form of the CMS", ({ path, site = "tinh" }) => {
  const [, first = "", second = "", third = ""] = path.split("/");
  const kind =
    entryKindNames.find((name) => entryKinds[name].at === `/${first}`) ??
    (existsSync(`${entryFolder({ kind: "page", site })}/${first}.md`) ? "page" : undefined);
  const config = build({ years: () => ["2026", "2025", "2024"] });
  const written = (madeOf[`/${first}`] ?? [kind]).map((one) =>
    config.collections.find(({ name }) => {
      const read = readCollectionName(name);
      return read?.site === site && read.kind === one;
    }),
  );
  expect(written).not.toContain(undefined);
  // An entry's own page: the form is that of the folder in which it lies.
  const [year, slug] = kind && entryKinds[kind].yearly ? [second, third] : [undefined, second || first];
  const place = kind && { kind, site, ...(year === undefined ? {} : { year }) };
  const file = place && ["md", "yaml"].map((end) => `${entryFolder(place)}/${slug}.${end}`).find(existsSync);
  if (file !== undefined)
    expect(config.collections.map(({ folder }) => folder)).toContain(file.slice(0, file.lastIndexOf("/")));
});

test("new articles are written in the current year alone, and every year keeps its own pictures", () => {
  expect(collection("tinh-tin-2026")).toMatchObject({
    create: true,
    folder: "content/sites/tinh/news/2026",
    media_folder: "/content/sites/tinh/media/2026",
    public_folder: "/media/2026",
  });
  expect(collection("tinh-tin-2025")).toMatchObject({ create: false, public_folder: "/media/2025" });
});

test("next year's calendar can be written before the year begins", () => {
  const config = build({ comingYear: "2027", years: () => ["2027", "2026"] });
  const names = config.collections.map(({ name }) => name);
  expect(collection("tinh-lich-2027", config)).toMatchObject({
    create: true,
    folder: "content/sites/tinh/calendar/2027",
  });
  expect(names.filter((name) => name === "tinh-lich-2027")).toHaveLength(1);
  expect(build().collections.map(({ name }) => name)).not.toContain("tinh-lich-2027");
});

test("the events of a week are a list of small forms, each named by its day, time and what it is", () => {
  expect(field("tinh-lich-2026", "events")).toMatchObject({
    widget: "list",
    collapsed: true,
    label_singular: "Sự kiện",
    summary: "{{fields.day}}, {{fields.start}}: {{fields.what}}",
    min: 1,
  });
  const fields = field("tinh-lich-2026", "events")?.["fields"] as { name: string; required: boolean }[];
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(["day", "start", "what"]);
});

test("questions are sorted by the fields of the site, or by its sections", () => {
  expect(field("tinh-hoi-dap-2026", "field")?.["options"]).toContainEqual({
    value: "ho-tich",
    label: "Hộ tịch, cư trú",
  });
  const plain = new Map([...sites].map(([id, site]) => [id, { ...site, questionFields: undefined }]));
  const options = collection("tinh-hoi-dap-2026", build({ sites: plain })).fields.find(
    ({ name }) => name === "field",
  )?.["options"];
  expect(options).toContainEqual({ value: "kinh-te", label: "Kinh tế" });
});

test("nothing can be deleted or published from the CMS", () => {
  for (const one of build().collections) {
    expect(one.delete).toBe(false);
    expect(one.publish).toBe(false);
  }
});

test("nothing makes Decap read all entries of a year: no search, sorting or filter, no list to choose from them", () => {
  const config = build();
  expect(config["search"]).toBe(false);
  for (const one of config.collections) {
    expect(one.sortable_fields, one.name).toEqual([]);
    expect(Object.keys(one), one.name).not.toContain("view_filters");
    expect(Object.keys(one), one.name).not.toContain("view_groups");
    for (const { name, widget, ...rest } of one.fields) {
      const from = widget === "relation" ? readCollectionName(String(rest["collection"])) : undefined;
      expect(from?.year, `${one.name} ${name}`).toBeUndefined();
    }
  }
});

test("a list of small forms begins empty: with a default in them, Decap would begin each new entry with one to fill in", () => {
  for (const one of build().collections) {
    for (const { name, fields = [] } of one.fields as { name: string; fields?: object[] }[])
      for (const inner of fields) expect(Object.keys(inner), `${one.name} ${name}`).not.toContain("default");
  }
});

test("the form has every field of the article in the order of the schema, with the body below the summary", () => {
  const fields = Object.keys(newsSchema.shape).flatMap((name) =>
    name === "summary" ? [name, "body"] : name,
  );
  const ofDepartment = collection("so-nong-nghiep-tin-2026").fields.map(({ name }) => name);
  expect(ofDepartment).toEqual(fields);
  // The province has nobody above it to share with.
  const ofProvince = collection("tinh-tin-2026").fields.map(({ name }) => name);
  expect(ofProvince).toEqual(fields.filter((name) => name !== "shareToProvince"));
});

test("a field is required in the form exactly where its schema requires it", () => {
  expect(field("tinh-tin-2026", "title")?.required).toBe(true);
  expect(field("tinh-tin-2026", "cover")?.required).toBe(false);
  expect(field("tinh-quang-cao", "target")?.required).toBe(true);
  expect(field("tinh-quang-cao", "body")?.required).toBe(false);
});

test("the bounds of a text come from its schema and are said in the editor's words", () => {
  expect(field("tinh-tin-2026", "title")?.["pattern"]).toEqual([
    "^[\\s\\S]{10,150}$",
    "«Tiêu đề» dài từ 10 đến 150 ký tự.",
  ]);
  const [pattern, message] = field("tinh-quang-cao", "target")?.["pattern"] as [string, string];
  expect("http://example.vn").not.toMatch(new RegExp(pattern));
  expect("https://example.vn/a").toMatch(new RegExp(pattern));
  expect(message).toContain("https://");
});

test("sections of the site are what its articles choose from", () => {
  expect(field("so-nong-nghiep-tin-2026", "category")?.["options"]).toContainEqual({
    value: "lam-nghiep",
    label: "Lâm nghiệp",
  });
});

test("moments keep their offset, days are days", () => {
  expect(field("tinh-tin-2026", "date")).toMatchObject({
    format: "YYYY-MM-DDTHH:mm:ssZ",
    date_format: "DD/MM/YYYY",
    time_format: "HH:mm",
    default: "{{now}}",
  });
  expect(field("tinh-quang-cao", "end")).toMatchObject({ format: "YYYY-MM-DD", time_format: false });
});

test("pictures come from the site's library, not from addresses elsewhere", () => {
  expect(field("tinh-tin-2026", "cover")).toMatchObject({ widget: "image", choose_url: false });
});

test("the backend is the forge on the same origin, and the preview link is the newsroom's own", () => {
  expect(build().backend).toMatchObject({
    name: "github",
    repo: "cong/noi-dung",
    branch: "main",
    api_root: "http://127.0.0.1:4300/api/v3",
    base_url: "http://127.0.0.1:4300",
    auth_endpoint: "dang-nhap",
    preview_context: "cong/deploy-preview",
  });
});

test("the desk learns where readers find each site", () => {
  expect(build().cong.sites[0]?.address).toBe("https://songmay.gov.vn");
  const local = build({ addressOf: (site) => `http://127.0.0.1/${site}` });
  expect(local.cong.sites.map(({ address }) => address)).toEqual([
    "http://127.0.0.1/tinh",
    "http://127.0.0.1/so-nong-nghiep",
    "http://127.0.0.1/tinh-en",
  ]);
});

test("other entries of the site are chosen from a list, one where the schema holds one", () => {
  expect(field("tinh-don-vi", "parent")).toMatchObject({
    ...{ widget: "relation", collection: "tinh-don-vi", multiple: false, required: false },
  });
  expect(field("so-nong-nghiep-nhan-su", "unit")).toMatchObject({
    ...{ widget: "relation", collection: "so-nong-nghiep-don-vi", required: true },
  });
});

test("numbers and addresses to write to are checked while they are typed", () => {
  const [phone, complaint] = field("tinh-nhan-su", "phone")?.["pattern"] as [string, string];
  for (const right of ["0299 3 800 100", "+84 299 3 800 100"]) expect(right).toMatch(new RegExp(phone));
  expect("gọi Văn phòng").not.toMatch(new RegExp(phone));
  expect(complaint).toContain("«Điện thoại»");
  const [email] = field("tinh-nhan-su", "email")?.["pattern"] as [string];
  expect("an@songmay.gov.vn").toMatch(new RegExp(email));
  expect("an@songmay").not.toMatch(new RegExp(email));
});

test("every pattern of a form means the same in the CMS, which makes a plain RegExp of it", () => {
  const patterns = build().collections.flatMap(({ name, fields }) =>
    [...fields, ...fields.flatMap((one) => (one["fields"] as CmsField[] | undefined) ?? [])].flatMap((one) =>
      one["pattern"] ? [{ where: `${name} ${one.name}`, pattern: (one["pattern"] as [string])[0] }] : [],
    ),
  );
  expect(patterns.length).toBeGreaterThan(100);
  // What only the flag `u` or `v` gives: classes of letters, code points in braces.
  for (const { where, pattern } of patterns) expect(pattern, where).not.toMatch(/\\[pP]\{|\\u\{/);
  const [number] = field("tinh-van-ban-2026", "number")?.["pattern"] as [string];
  expect("77/2026/QĐ-UBND").toMatch(new RegExp(number));
});
