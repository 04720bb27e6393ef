import { sites } from "./sites.js";

const arranged = new WeakMap();
/** Where each article stands: its site's news and its place there. */
const places = new Map();

/** The articles of each site, newest first, by section and by tag. */
export function arrange(items) {
  const known = arranged.get(items[0] ?? sites);
  if (known) return known;
  const bySite = Object.fromEntries(
    Object.entries(sites).map(([site, { site: settings }]) => [
      site,
      { all: [], bySection: Object.fromEntries(settings.sections.map(({ id }) => [id, []])), byTag: {} },
    ]),
  );
  for (const item of [...items].sort((a, b) => b.date - a.date)) {
    const news = bySite[siteOf(item.inputPath)];
    places.set(item.inputPath, { news, place: news.all.length });
    news.all.push(item);
    (news.bySection[item.data.category] ??= []).push(item);
    for (const tag of item.data.tags ?? []) (news.byTag[tag] ??= []).push(item);
  }
  arranged.set(items[0] ?? sites, bySite);
  return bySite;
}

/** `./content/tinh/news/…` belongs to `tinh`. */
export const siteOf = (inputPath) => inputPath.replace(/^\.\//, "").split("/")[1];

/** The articles before and after one, and four related ones. */
export function aroundArticle({ page, category, tags = [] }) {
  const { news, place } = places.get(page.inputPath);
  const found = new Set(
    [...tags.map((tag) => news.byTag[tag] ?? []), news.bySection[category] ?? []].flatMap((list) =>
      list.slice(0, 5),
    ),
  );
  found.delete(news.all[place]);
  return { older: news.all[place + 1], newer: news.all[place - 1], related: [...found].slice(0, 4) };
}

/** Every page of every list, twenty articles each. */
export function lists(bySite) {
  return Object.entries(bySite).flatMap(([site, news]) => [
    ...paged(site, "/tin-tuc/", "Tin tức", news.all),
    ...sites[site].site.sections.flatMap(({ id, name, description }) =>
      paged(site, `/chuyen-muc/${id}/`, name, news.bySection[id], description),
    ),
  ]);
}

function paged(site, address, heading, items, description) {
  const count = Math.max(1, Math.ceil(items.length / 20));
  const addressOf = (number) => (number === 1 ? address : `${address}trang/${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    site,
    address: addressOf(index + 1),
    heading,
    description,
    items: items.slice(index * 20, index * 20 + 20),
    newer: index > 0 ? addressOf(index) : undefined,
    older: index + 1 < count ? addressOf(index + 2) : undefined,
    near: [...new Set([1, index, index + 1, index + 2, count])]
      .filter((number) => number >= 1 && number <= count)
      .map((number) => [number, addressOf(number)]),
  }));
}
