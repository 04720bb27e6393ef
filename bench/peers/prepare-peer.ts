import { appendFile, copyFile, cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatEntry } from "../../src/content-model/entry-file.ts";
import type { Content, SiteContent } from "../../src/content-store/content.ts";
import { shownAds } from "../../src/site/views/ads.ts";
import { frameOf } from "../../src/site/views/frame.ts";
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
  for (const site of sites)
    await copyEntries(site, from, join(folder, "content", site.id), ["news", "pages"]);
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
  await copyEntries(site, from, join(folder, "content"), ["tin-tuc", "."]);
  const write = async (file: string, data: Record<string, unknown>) => {
    await mkdir(dirname(join(folder, "content", file)), { recursive: true });
    await writeFile(join(folder, "content", file), formatEntry(data, ""));
  };
  await write("tin-tuc/_index.md", { title: "Tin tức" });
  await write("tim-kiem.md", { title: "Tìm kiếm", layout: "search" });
  // Tags find related articles; they have no pages of their own.
  await write("tags/_index.md", {
    title: "Từ khoá",
    _build: { render: "never" },
    cascade: { _build: { render: "never" } },
  });
  for (const { id, name, description } of site.settings.sections)
    await write(`category/${id}/_index.md`, {
      title: name,
      slug: id,
      ...(description ? { description } : {}),
    });
}

/** What stands around the pages of a site, ready to be printed. */
function around(content: Content, site: SiteContent): Record<string, unknown> {
  return {
    ...frameOf(content, site, ""),
    origin: `https://${site.settings.domain}`,
    sideAds: shownAds(content, site, "cot-ben", "/"),
  };
}

async function copyEntries(
  site: SiteContent,
  from: string,
  folder: string,
  [news, pages]: [string, string],
): Promise<void> {
  const folders = new Set<string>();
  const copy = async (file: string, to: string) => {
    if (!folders.has(dirname(to))) await mkdir(dirname(to), { recursive: true });
    folders.add(dirname(to));
    await copyFile(join(from, file), to);
  };
  for (const { file, year, slug } of site.news) await copy(file, join(folder, news, year, `${slug}.md`));
  for (const { file, slug } of site.pages) await copy(file, join(folder, pages, `${slug}.md`));
}
