import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formatEntry } from "../../src/content-model/entry-file.ts";
import { newsFile } from "../../src/content-model/content-path.ts";
import { slugOf } from "../../src/content-model/slug.ts";
import type { NewsEntry, SiteContent } from "../../src/content-store/content.ts";
import { loadContent } from "../../src/content-store/load.ts";
import { folderSource } from "../../src/content-store/source.ts";
import { describeProblem, Problem } from "../../src/foundation/problem.ts";
import { aRandom } from "../random.ts";

const usage = `npm run sample -- --out DIR [--articles N] [--years N] [--seed N]

  Writes a larger sample portal into DIR/content: settings, pages, ads and pictures of the sample, and N articles
  (default 10000, over 10 years) put together from its articles. The same seed gives the same bytes.`;

const lastDay = Date.UTC(2026, 10, 1);
const yearLength = 365.25 * 86_400_000;

try {
  await generate();
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}

async function generate(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      articles: { type: "string", default: "10000" },
      years: { type: "string", default: "10" },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || !values.out) {
    console.log(usage);
    return;
  }
  const articles = positive("articles", values.articles);
  const years = positive("years", values.years);
  const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const out = resolve(values.out);
  await cp(join(checkout, "content"), join(out, "content"), { recursive: true });
  const content = await loadContent(folderSource(checkout), new Date(0));
  // An edition in another language keeps what people translated.
  const sites = [...content.sites.values()].filter(({ settings }) => settings.editionOf === undefined);
  for (const [index, site] of sites.entries()) {
    // Three quarters for the province, the rest for the departments.
    const share =
      index === 0
        ? Math.ceil(articles * 0.75)
        : Math.floor((articles * 0.25) / Math.max(1, sites.length - 1));
    await writeArticles(
      site,
      share - site.news.length,
      years,
      aRandom(positive("seed", values.seed) + index),
      out,
    );
  }
  console.log(`${articles} articles over ${years} years: ${join(out, "content")}`);
}

/** Articles whose sentences come from the sample's, so that words and lengths are as in real news. */
async function writeArticles(
  site: SiteContent,
  count: number,
  years: number,
  random: () => number,
  out: string,
): Promise<void> {
  const paragraphs = site.news
    .flatMap((entry) => site.body(entry).split(/\n{2,}/))
    .filter((text) => /^\p{L}/u.test(text));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Problem("The sample has nothing to choose from.");
    return item;
  };
  const folders = new Set<string>();
  for (let number = 1; number <= count; number += 1) {
    const model = pick(site.news);
    const date = dateIn(years, random);
    const title = `${shortened(model.data.title)} – kỳ ${number}`;
    const body = Array.from({ length: 4 + Math.floor(random() * 5) }, () => pick(paragraphs)).join("\n\n");
    const file = join(
      out,
      newsFile(
        site.id,
        String(date.getUTCFullYear()),
        `${slugOf(title).slice(0, 70).replace(/-+$/, "")}-${number}`,
      ),
    );
    if (!folders.has(dirname(file))) {
      await mkdir(dirname(file), { recursive: true });
      folders.add(dirname(file));
    }
    await writeFile(
      file,
      formatEntry({ ...dataOf(model), title, date: `${date.toISOString().slice(0, 19)}+07:00` }, body),
    );
  }
}

/** What an article takes over from its model: not what holds at the model's own time or stands for it alone. */
function dataOf(model: NewsEntry): Record<string, unknown> {
  const own = new Set([
    "featured",
    "withdrawn",
    "withdrawnReason",
    "urgentUntil",
    "updated",
    "publishAt",
    "expireAt",
    "event",
    "translationOf",
  ]);
  return Object.fromEntries(Object.entries(model.data).filter(([key]) => !own.has(key)));
}

function shortened(title: string): string {
  return title.length > 130 ? title.slice(0, 130).trimEnd() : title;
}

function dateIn(years: number, random: () => number): Date {
  return new Date(lastDay - Math.floor(random() * years * yearLength));
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Problem(`--${name} ${text} is not a whole number above 0.`, { remedy: usage });
}
