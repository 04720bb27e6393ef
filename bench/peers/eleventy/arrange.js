import { day, slug } from "./html.js";
import { sites } from "./sites.js";

const arranged = new WeakMap();
/** Where each article stands: its site's news and its place there. */
const places = new Map();

/** The articles of each site, newest first, by section and by tag. */
export function arrange(items) {
  const known = arranged.get(items[0] ?? sites);
  if (known) return known;
  const bySite = Object.fromEntries(
    Object.entries(sites).map(([site, { allSections }]) => [
      site,
      {
        all: [],
        bySection: Object.fromEntries(allSections.map(({ id }) => [id, []])),
        byTag: {},
        byMonth: {},
      },
    ]),
  );
  for (const item of [...items].sort((a, b) => b.date - a.date)) {
    const news = bySite[siteOf(item.inputPath)];
    places.set(item.inputPath, { news, place: news.all.length });
    news.all.push(item);
    (news.bySection[item.data.category] ??= []).push(item);
    for (const tag of item.data.tags ?? []) (news.byTag[tag] ??= []).push(item);
    (news.byMonth[`m${monthOf(item)}`] ??= []).push(item);
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
    ...sites[site].allSections.flatMap(({ id, name, description }) =>
      paged(site, `/chuyen-muc/${id}/`, name, news.bySection[id], { description }),
    ),
    ...tags(news).flatMap(({ address, name, items }) => paged(site, address, name, items, { size: 25 })),
  ]);
}

/** `2026-11`, in Việt Nam. */
const monthOf = ({ date }) => new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, 7);

/** Tags by name, each with its articles; spellings of one address are one tag. */
export function tags({ byTag }) {
  const found = new Map();
  for (const [name, items] of Object.entries(byTag)) {
    const address = `/tu-khoa/${slug(name)}/`;
    const known = found.get(address);
    if (known) known.items = [...new Set([...known.items, ...items])].sort((a, b) => b.date - a.date);
    else found.set(address, { address, name, items });
  }
  return [...found.values()];
}

/** Months that have articles, newest first, each with its days. */
export function months({ byMonth }) {
  return Object.entries(byMonth).map(([key, items]) => {
    const [year, month] = key.slice(1).split("-");
    return { year, address: `/tin-tuc/${year}/${month}/`, name: `Tháng ${month}/${year}`, items };
  });
}

/** The pages of the archive by month: a hundred articles each, by day. */
export function monthPages(bySite) {
  return Object.entries(bySite).flatMap(([site, news]) => {
    const all = months(news);
    return all.flatMap(({ year, address, name, items }) =>
      paged(site, address, name, items, { size: 100 }).map((page) => ({
        ...page,
        year,
        count: items.length,
        days: Object.entries(Object.groupBy(page.items, ({ date }) => day(date))),
        months: all.filter((month) => month.year === year),
      })),
    );
  });
}

/** The years of the archive. */
export function yearPages(bySite) {
  return Object.entries(bySite).flatMap(([site, news]) => {
    const years = Object.entries(Object.groupBy(months(news), ({ year }) => `y${year}`));
    return years.map(([key, ofYear]) => ({
      site,
      year: key.slice(1),
      months: ofYear,
      years: years.map(([other]) => other.slice(1)),
    }));
  });
}

function paged(site, address, heading, items, { description, size = 20 } = {}) {
  const count = Math.max(1, Math.ceil(items.length / size));
  const addressOf = (number) => (number === 1 ? address : `${address}trang/${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    site,
    address: addressOf(index + 1),
    heading,
    description,
    items: items.slice(index * size, index * size + size),
    newer: index > 0 ? addressOf(index) : undefined,
    older: index + 1 < count ? addressOf(index + 2) : undefined,
    near: [...new Set([1, index, index + 1, index + 2, count])]
      .filter((number) => number >= 1 && number <= count)
      .map((number) => [number, addressOf(number)]),
  }));
}
