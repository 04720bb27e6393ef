import { appendFile, cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatEntry } from "../../src/content-model/entry-file.ts";
import { entryAddress, entryKinds } from "../../src/content-model/entry-kinds.ts";
import type {
  AnyEntry,
  Content,
  ListedKind,
  NewsEntry,
  SiteContent,
} from "../../src/content-store/content.ts";
import { gonePaths } from "../../src/content-store/addresses.ts";
import { archiveYears, monthOf, newsMonths } from "../../src/content-store/news-months.ts";
import { shownAds } from "../../src/site/views/ads.ts";
import { frameOf } from "../../src/site/views/frame.ts";
import { publisher } from "../../src/site/views/structured-data/organization.ts";
import type { PeerName } from "./peer.ts";

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Writes a content in the shape of a peer: its templates, the same Markdown files, and as data what stands around every
 * page. Hugo gets a project per site, as it is used; the others one with both sites.
 */
export async function preparePeer(
  peer: PeerName,
  content: Content,
  from: string,
  folder: string,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const sites = [...content.sites.values()];
  if (peer === "hugo") {
    for (const site of sites) await prepareHugoSite(content, site, from, join(folder, site.id));
    return;
  }
  await cp(join(here, peer), folder, { recursive: true });
  await symlink(join(here, "../../node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const frames = Object.fromEntries(sites.map((site) => [site.id, around(content, site)]));
  await writeFile(join(folder, "sites.json"), JSON.stringify(frames));
  for (const site of sites) {
    await copyEntries(site, from, join(folder, "content", site.id), ["news", "pages"]);
    const write = writerIn(join(folder, "content", site.id, "entries"));
    for (const { entries } of otherKinds(site))
      for (const { path, data, body } of entries) await write(`${path}.md`, data, body);
  }
}

async function prepareHugoSite(
  content: Content,
  site: SiteContent,
  from: string,
  folder: string,
): Promise<void> {
  await cp(join(here, "hugo"), folder, { recursive: true });
  await appendFile(join(folder, "hugo.yaml"), `baseURL: https://${site.settings.domain}/\n`);
  const frame = around(content, site);
  await mkdir(join(folder, "data"));
  await writeFile(join(folder, "data/frame.json"), JSON.stringify(frame));
  await copyEntries(site, from, join(folder, "content"), ["tin-tuc", "."], monthTaxonomy);
  const write = writerIn(join(folder, "content"));
  await write("tin-tuc/_index.md", { title: "Tin tức" });
  await write("tim-kiem.md", { title: "Tìm kiếm", layout: "search" });
  await write("lien-ket.md", { title: "Liên kết", layout: "links" });
  await write("so-do-trang.md", { title: "Sơ đồ trang", layout: "site-map" });
  await write("tags/_index.md", { title: "Từ khoá", url: "/tu-khoa/" });
  // Their terms have pages; no page lists all of them.
  for (const taxonomy of ["category", "months"])
    await write(`${taxonomy}/_index.md`, { title: taxonomy, _build: { render: "never" } });
  for (const month of newsMonths(site).keys()) {
    const [year = "", number = ""] = month.split("-");
    await write(`months/${month}/_index.md`, {
      title: `Tháng ${number}/${year}`,
      year,
      url: `/tin-tuc/${year}/${number}/`,
    });
  }
  for (const year of archiveYears(site))
    await write(`tin-tuc/${year}/_index.md`, { title: `Năm ${year}`, layout: "year" });
  for (const { id, name, description } of site.sections)
    await write(`category/${id}/_index.md`, {
      title: name,
      slug: id,
      outputs: ["HTML", "RSS", "ATOM"],
      ...(description ? { description } : {}),
    });
  for (const { at, title, entries } of otherKinds(site)) {
    await write(`${at}/_index.md`, { title });
    for (const { path, data, body } of entries) await write(`${path}.md`, data, body);
  }
}

/** Hugo's archive by month is a taxonomy, which front matter names. */
const monthTaxonomy = (text: string, entry: NewsEntry) =>
  text.replace("---\n", `---\nmonths: ["${monthOf(entry)}"]\n`);

function writerIn(
  folder: string,
): (file: string, data: Record<string, unknown>, body?: string) => Promise<void> {
  return async (file, data, body = "") => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), formatEntry(data, body));
  };
}

interface OtherKind {
  /** Where its list is, without the leading slash. */
  at: string;
  title: string;
  entries: { path: string; data: Record<string, unknown>; body: string }[];
}

/** What is neither news nor a static page, ready to be printed: a title, a summary, a table of facts, the body. */
function otherKinds(site: SiteContent): OtherKind[] {
  const gone = new Set(gonePaths(site));
  return (Object.entries(site.entries) as [ListedKind, readonly AnyEntry[]][]).flatMap(([kind, list]) => {
    const { at } = entryKinds[kind];
    if (list.length === 0) return [];
    const entries = list.flatMap((entry) => {
      const { year, slug } = entry;
      const path = entryAddress({ kind, slug, ...(year === "" ? {} : { year }) });
      return path === undefined || gone.has(path)
        ? []
        : [{ path: path.slice(1), data: shownData(entry), body: site.body(entry) }];
    });
    return [{ at: at.slice(1), title: kindTitles[kind], entries }];
  });
}

const kindTitles: Record<ListedKind, string> = {
  dossier: "Chuyên đề",
  document: "Văn bản",
  piece: "Đa phương tiện",
  unit: "Cơ quan, đơn vị",
  person: "Lãnh đạo",
  week: "Lịch công tác",
  consultation: "Lấy ý kiến",
  gazette: "Công báo",
  question: "Hỏi đáp",
};

/** A day as readers write it: as YAML has it, each tool would make something else of it. */
const asWords = (value: string | number) => String(value).replace(/^(\d{4})-(\d\d)-(\d\d).*/, "$3/$2/$1");

function shownData({ slug, data }: AnyEntry): Record<string, unknown> {
  const fields = data as Record<string, unknown>;
  const { title, summary, date } = fields;
  const facts = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number" ? [{ name, value: asWords(value) }] : [],
  );
  return {
    title: typeof title === "string" ? title : `Tuần ${slug}`,
    ...(typeof summary === "string" ? { summary } : {}),
    ...(typeof date === "string" ? { date } : {}),
    facts,
  };
}

/** What stands around the pages of a site, ready to be printed. */
function around(content: Content, site: SiteContent): Record<string, unknown> {
  return {
    ...frameOf(content, site, ""),
    allSections: site.sections,
    years: archiveYears(site),
    kinds: otherKinds(site).map(({ at, title }) => ({ at, title })),
    publisher: publisher(site),
    origin: `https://${site.settings.domain}`,
    sideAds: shownAds(content, site, "cot-ben", "/"),
  };
}

async function copyEntries(
  site: SiteContent,
  from: string,
  folder: string,
  [news, pages]: [string, string],
  change: (text: string, entry: NewsEntry) => string = (text) => text,
): Promise<void> {
  const folders = new Set<string>();
  const write = async (to: string, text: string) => {
    if (!folders.has(dirname(to))) await mkdir(dirname(to), { recursive: true });
    folders.add(dirname(to));
    await writeFile(to, text);
  };
  const read = (file: string) => readFile(join(from, file), "utf8");
  for (const entry of site.news)
    await write(join(folder, news, entry.year, `${entry.slug}.md`), change(await read(entry.file), entry));
  for (const { file, slug } of site.pages) await write(join(folder, pages, `${slug}.md`), await read(file));
}
