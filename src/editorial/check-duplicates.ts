import { fold } from "../content-model/fold.ts";
import type { Content, NewsEntry } from "../content-store/content.ts";
import { shortDay, vietnamDay } from "../foundation/vietnam-time.ts";
import type { Finding } from "./finding.ts";

const twoYears = 2 * 365 * 24 * 3_600_000;
/** How much of the words of title and summary two articles share before their texts are compared, and then of those. */
const alike = 0.35;
const same = 0.6;

/** Articles that readers have had already, in the last two years: the same title, or much the same text. Advice, since a yearly notice may well say the same. */
export function checkDuplicates(file: string, site: string, content: Content): Finding[] {
  const home = content.sites.get(site);
  const entry = [...(home?.news ?? []), ...(home?.scheduled ?? [])].find((one) => one.file === file);
  if (!home || !entry) return [];
  const since = content.at.getTime() - twoYears;
  const own = fingerprint(entry);
  const near = [...home.scheduled, ...home.news].flatMap((other) => {
    if (other === entry || Date.parse(other.data.date) < since) return [];
    const theirs = fingerprint(other);
    if (theirs.title === own.title) return [{ other, isTitle: true }];
    return overlap(own.words, theirs.words) >= alike ? [{ other, isTitle: false }] : [];
  });
  const text = near.some(({ isTitle }) => !isTitle) ? shingles(home.body(entry)) : new Set<string>();
  const found = near.find(
    ({ other, isTitle }) => isTitle || overlap(text, shingles(home.body(other))) >= same,
  );
  if (!found) return [];
  const { title, date } = found.other.data;
  const what = found.isTitle ? "Trùng tiêu đề" : "Nội dung gần giống";
  return [
    {
      level: "advise",
      file,
      field: found.isTitle ? "title" : "body",
      label: found.isTitle ? "Tiêu đề" : "Nội dung",
      message: `${what} với bài «${title}» ngày ${shortDay(vietnamDay(new Date(date)))}.`,
      remedy: "Nếu là một tin, hãy sửa bài đã có; nếu là tin mới, đổi tiêu đề cho người đọc phân biệt.",
    },
  ];
}

interface Fingerprint {
  title: string;
  /** Pairs of words of title and summary. */
  words: ReadonlySet<string>;
}

/** Entries that have not changed are the same objects from one content to the next: each is read once. */
const known = new WeakMap<NewsEntry, Fingerprint>();

function fingerprint(entry: NewsEntry): Fingerprint {
  const found = known.get(entry);
  if (found) return found;
  const { title, summary } = entry.data;
  const made = { title: folded(title).join(" "), words: runs(folded(`${title} ${summary}`), 2) };
  known.set(entry, made);
  return made;
}

/** Words as a hurried eye takes them. */
const folded = (text: string): string[] => fold(text).match(/[a-z0-9]+/g) ?? [];

const shingles = (text: string) => runs(folded(text), 5);

function runs(words: readonly string[], length: number): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + length <= words.length; at += 1) found.add(words.slice(at, at + length).join(" "));
  return found;
}

/** What part of the smaller set the other has as well; nothing of what is too short to tell. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size < 8) return 0;
  let common = 0;
  for (const run of small) if (large.has(run)) common += 1;
  return common / small.size;
}
