import type { Ad } from "../../src/content-model/ad.ts";
import type { News } from "../../src/content-model/news.ts";
import type { Page } from "../../src/content-model/page.ts";
import type { Question } from "../../src/content-model/question.ts";
import { weekSlug, type Week, type WeekEvent } from "../../src/content-model/week.ts";
import { isoWeekOf } from "../../src/foundation/iso-week.ts";
import type { Site } from "../../src/content-model/site.ts";
import type {
  AdEntry,
  Content,
  LibraryFile,
  EntryOf,
  NewsEntry,
  PageEntry,
  Picture,
  SiteContent,
} from "../../src/content-store/content.ts";
import { slugOf } from "../../src/content-model/slug.ts";
import { aBody, aNewsItem } from "./news.ts";
import { aSite } from "./site.ts";

/** An article as content-store hands it on; its slug comes from its title, its year from its date. */
export function aNewsEntry(changes: Partial<News> = {}): NewsEntry {
  const data = aNewsItem(changes);
  const slug = slugOf(data.title);
  const year = data.date.slice(0, 4);
  return {
    file: `content/sites/tinh/news/${year}/${slug}.md`,
    oid: "0",
    slug,
    year,
    data,
    media: [],
    record: undefined,
  };
}

/** So many articles, the newest first, one a day before 20 October 2026. */
export function newsEntries(count: number, changes: Partial<News> = {}): NewsEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2026, 9, 20 - index, 1)).toISOString();
    return aNewsEntry({ title: `Tin số ${String(count - index)} của kho lưu`, date, ...changes });
  });
}

/** A static page. */
export function aPageEntry(slug: string, data: Partial<Page> = {}): PageEntry {
  return {
    file: `content/sites/tinh/pages/${slug}.md`,
    oid: "0",
    slug,
    year: "",
    data: { title: "Giới thiệu", order: 1, ...data },
    media: [],
    record: undefined,
  };
}

/** A text link that runs through 2026. */
export function anAdEntry(data: Partial<Ad> = {}): AdEntry {
  const ad: Ad = {
    title: "Nộp hồ sơ trực tuyến",
    kind: "text",
    slot: "cot-ben",
    target: "https://dichvucong.songmay.gov.vn",
    owner: "Trung tâm Phục vụ hành chính công",
    paper: "hop-dong",
    contract: "01/HĐ",
    start: "2026-01-01",
    end: "2026-12-31",
    priority: 5,
    ...data,
  };
  return {
    file: "content/sites/tinh/ads/a.md",
    oid: "0",
    slug: slugOf(ad.title),
    year: "",
    data: ad,
    media: [],
    record: undefined,
  };
}

/** A week's calendar that begins on `firstDay`, with a meeting on Wednesday morning unless it says otherwise. */
export function aWeekEntry(
  firstDay: string,
  events: (Partial<WeekEvent> & Pick<WeekEvent, "what">)[] = [{ what: "Họp giao ban" }],
  changes: Partial<Week> = {},
): EntryOf<"week"> {
  const { year, number } = isoWeekOf(firstDay);
  return {
    file: `content/sites/tinh/calendar/${year}/${weekSlug(number)}.md`,
    oid: firstDay,
    slug: weekSlug(number),
    year,
    data: {
      title: `Tuần ${String(number)}`,
      firstDay,
      issuedAt: `${firstDay}T07:00:00+07:00`,
      events: events.map((event) => ({ day: "Thứ Tư", start: "08:00", ...event })),
      ...changes,
    },
    media: [],
    record: undefined,
  };
}

/** A question of the field «Kinh tế», answered on a day. */
export function aQuestionEntry(answeredOn: string, changes: Partial<Question> = {}): EntryOf<"question"> {
  const data: Question = {
    title: `Câu hỏi được trả lời ngày ${answeredOn}?`,
    question: "Tôi muốn hỏi về một việc.\n\nViệc ấy làm ở đâu?",
    askedOn: "2026-01-05",
    field: "kinh-te",
    answeredBy: "Sở Tài chính",
    answeredOn,
    ...changes,
  };
  const slug = slugOf(data.title);
  const year = answeredOn.slice(0, 4);
  return {
    file: `content/sites/tinh/questions/${year}/${slug}.md`,
    oid: "0",
    slug,
    year,
    data,
    media: [],
    record: undefined,
  };
}

/** A picture of a library, 1600 by 900 pixels. */
export function aPicture(address: string): Picture {
  return { address, file: `content/sites/tinh${address}`, oid: "a1b2c3d4e5f60718", width: 1600, height: 900 };
}

/** One site's content; every entry has the same body, and `html` gives its Markdown as it is. Withdrawn articles are put where they belong. */
export function aSiteContent(
  parts: Partial<Omit<SiteContent, "settings" | "pictures" | "files" | "entries">> & {
    entries?: Partial<SiteContent["entries"]>;
    settings?: Partial<Site>;
    pictures?: Picture[];
    files?: LibraryFile[];
  } = {},
): SiteContent {
  const { settings, pictures = [], files = [], news = [], entries = {}, ...rest } = parts;
  return {
    id: "tinh",
    news: news.filter(({ data }) => !data.withdrawn),
    gone: news.filter(({ data }) => data.withdrawn),
    scheduled: [],
    urgent: [],
    shared: [],
    pages: [],
    ads: [],
    entries: {
      dossier: [],
      document: [],
      piece: [],
      unit: [],
      person: [],
      week: [],
      consultation: [],
      gazette: [],
      question: [],
      ...entries,
    },
    cases: new Map(),
    body: () => aBody,
    html: () => aBody,
    ...rest,
    settings: aSite(settings),
    sections: rest.sections ?? aSite(settings).sections,
    pictures: new Map(pictures.map((picture) => [picture.address, picture])),
    files: new Map(files.map((file) => [file.address, file])),
  };
}

/** A portal with these sites at a moment. */
export function aContent(sites: readonly SiteContent[], at = new Date("2026-10-20T03:00:00Z")): Content {
  return {
    portal: {
      name: "Tỉnh Sông Mây",
      timeZone: "Asia/Ho_Chi_Minh",
      sites: sites.map(({ id }) => id),
      people: [],
      releaseKeys: [],
    },
    sites: new Map(sites.map((site) => [site.id, site])),
    at,
    problems: [],
  };
}
