import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { parse, stringify } from "yaml";
import { aRandom } from "../../bench/random.ts";
import { formatEntry, parseEntry } from "../../src/content-model/entry-file.ts";
import { newsSchema } from "../../src/content-model/news.ts";
import type { EntryRecord } from "../../src/content-store/records.ts";
import type { ContentSource, SourceFile } from "../../src/content-store/source.ts";
import { eventsOf } from "../../src/content-store/week-events.ts";
import { weekDays, weekSchema } from "../../src/content-model/week.ts";
import { addDays, mondayOf } from "../../src/foundation/iso-week.ts";
import { vietnamAhead } from "../../src/foundation/vietnam-time.ts";
import { blobId } from "../../src/git/blob-id.ts";
import { documentSteps } from "./document-steps.ts";
import { pieceSteps } from "./piece-steps.ts";
import { organisationSteps } from "./organisation-history.ts";
import { aQuestionEntry, aWeekEntry } from "./content.ts";

/** One step of a history: what it is, and the files it changes (null: removed). The clock moves with every step. */
export interface HistoryStep {
  name: string;
  changes: Map<string, Buffer | null>;
  at: Date;
}

/** Content in memory that people change at random, always to something valid. */
export interface ContentHistory {
  at: Date;
  files: Map<string, Buffer>;
  records: Map<string, EntryRecord>;
  source: ContentSource;
  file: (path: string) => SourceFile;
  next: () => Promise<HistoryStep>;
}

const day = 86_400_000;

/** A history that begins with the sample's content. The same seed gives the same steps. */
export function aContentHistory(checkout: string, seed: number): ContentHistory {
  const random = aRandom(seed);
  const files = readContent(checkout);
  const records = new Map<string, EntryRecord>();
  let at = new Date("2026-11-20T02:00:00Z");
  let count = 0;

  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("nothing to choose from");
    return item;
  };
  const paths = (pattern: RegExp) => [...files.keys()].filter((path) => pattern.test(path)).sort();
  const news = () => paths(/\/news\/\d{4}\/.+\.md$/);
  const siteOf = (path: string) => path.split("/")[2] ?? "";
  const sections = (site: string) =>
    (parse(text(`content/sites/${site}/site.yaml`)) as { sections: { id: string }[] }).sections.map(
      ({ id }) => id,
    );
  const covers = (site: string) =>
    paths(new RegExp(`^content/sites/${site}/media/.+\\.(?:jpg|png|webp)$`)).map((path) =>
      path.slice(`content/sites/${site}`.length),
    );
  const text = (path: string) => files.get(path)?.toString("utf8") ?? "";
  const read = (path: string) => {
    const entry = parseEntry(newsSchema, text(path));
    if (!entry.ok) throw new Error(`${path}: ${JSON.stringify(entry.problems)}`);
    return { data: { ...entry.data } as Record<string, unknown>, body: entry.body };
  };
  const moment = (days: number) => new Date(at.getTime() + days * day).toISOString();
  const dayAt = (days: number) => moment(days).slice(0, 10);
  const edited = (
    path: string,
    change: (data: Record<string, unknown>, body: string) => string | undefined,
  ) => {
    const { data, body } = read(path);
    return new Map([[path, Buffer.from(formatEntry(data, change(data, body) ?? body))]]);
  };
  const hands = { paths, pick, below, text, count: () => count };
  const tags = ["hạ tầng", "nông nghiệp", "du lịch", "giáo dục", "chuyển đổi số", "môi trường"];

  function newArticle(extra: Record<string, unknown> = {}, daysBack = below(3)): Map<string, Buffer> {
    const site = pick(["tinh", "so-nong-nghiep"]);
    const date = moment(-daysBack);
    const slug = `bai-thu-${String(count)}`;
    const [cover] = below(2) ? [pick(covers(site))] : [];
    const data = {
      title: `Tin thử nghiệm số ${String(count)} của lịch sử`,
      category: pick(sections(site)),
      date,
      summary: "Một đoạn tóm tắt vừa đủ dài để người đọc nắm được nội dung chính của tin.",
      ...(cover ? { cover, coverAlt: "Ảnh minh hoạ" } : {}),
      tags: [pick(tags), pick(tags)].filter((tag, index, all) => all.indexOf(tag) === index),
      ...(below(8) === 0 ? { featured: true } : {}),
      ...extra,
    };
    return new Map([
      [
        `content/sites/${site}/news/${date.slice(0, 4)}/${slug}.md`,
        Buffer.from(formatEntry(data, `Nội dung ${String(count)}.\n\nĐoạn hai.`)),
      ],
    ]);
  }

  const steps: Record<string, () => Map<string, Buffer | null> | Promise<Map<string, Buffer | null>>> = {
    "a new article": () => newArticle(),
    "an article with an old date": () => newArticle({}, 30 + below(700)),
    "a scheduled article": () => newArticle({ publishAt: moment(0.2 + random() * 3) }),
    "an article with an end": () => newArticle({ expireAt: moment(0.2 + random() * 5) }),
    "an urgent notice": () => newArticle({ urgentUntil: moment(0.2 + random() * 3) }),
    "an edited body": () =>
      edited(pick(news()), (data, body) => {
        if (below(2)) data["updated"] = moment(0);
        return `${body}\n\nĐoạn thêm ${String(count)}.`;
      }),
    "an edited title": () =>
      edited(pick(news()), (data) => void (data["title"] = `Tiêu đề mới lần ${String(count)} của bài`)),
    "another category": () =>
      edited(
        pick(news()),
        (data) =>
          void (data["category"] = pick(
            sections("tinh").filter((id) => sections("so-nong-nghiep").includes(id)),
          )),
      ),
    "other tags": () => edited(pick(news()), (data) => void (data["tags"] = [pick(tags)])),
    "another date": () =>
      edited(
        pick(news()),
        (data) => void Object.assign(data, { date: moment(-below(400)), updated: undefined }),
      ),
    "another cover": () => {
      const path = pick(news());
      return edited(
        path,
        (data) => void Object.assign(data, { cover: pick(covers(siteOf(path))), coverAlt: "Ảnh khác" }),
      );
    },
    "a withdrawal": () =>
      edited(
        pick(news()),
        (data) => void Object.assign(data, { withdrawn: true, withdrawnReason: "Thông tin chưa chính xác." }),
      ),
    "a withdrawal taken back": () => edited(pick(news()), (data) => void (data["withdrawn"] = false)),
    "a rename": () => {
      const path = pick(news());
      const { data, body } = read(path);
      const former = path.replace(/^.*\/news\//, "/tin-tuc/").replace(/\.md$/, "");
      const moved = {
        ...data,
        formerAddresses: [...((data["formerAddresses"] as string[] | undefined) ?? []), former].slice(-20),
      };
      return new Map([
        [path, null],
        [path.replace(/[^/]+\.md$/, `doi-ten-${String(count)}.md`), Buffer.from(formatEntry(moved, body))],
      ]);
    },
    "a removed article": () => new Map([[pick(news()), null]]),
    "an article shared with the province, or no longer": () =>
      edited(
        pick(paths(/so-nong-nghiep\/news\/\d{4}\/.+\.md$/)),
        (data) => void (data["shareToProvince"] = data["shareToProvince"] !== true),
      ),
    "a tag spelt otherwise": () =>
      edited(pick(news()), (data) => void (data["tags"] = [pick(tags).toUpperCase(), pick(tags)])),
    "a new ad": () => {
      const data = {
        title: `Liên kết ${String(count)}`,
        kind: "text",
        slot: pick(["cot-ben", "chan-trang"]),
        target: "https://vi-du.vn",
        owner: "Đơn vị thử",
        contract: "01",
        start: dayAt(-1 + below(3)),
        end: dayAt(2 + below(5)),
        priority: 1 + below(9),
      };
      return new Map([
        [
          `content/sites/${pick(["tinh", "so-nong-nghiep"])}/ads/lien-ket-${String(count)}.md`,
          Buffer.from(formatEntry(data, "")),
        ],
      ]);
    },
    "an ad taken down": () => new Map([[pick(paths(/\/ads\//)), null]]),
    ...organisationSteps({ below, pick, paths, covers, count: () => count }),
    "an edited page": () => {
      const path = pick(paths(/\/pages\//));
      return new Map([[path, Buffer.from(`${text(path).trim()}\n\nThêm dòng ${String(count)}.\n`)]]);
    },
    "a new page": () =>
      new Map([
        [
          `content/sites/tinh/pages/trang-${String(count)}.md`,
          Buffer.from(
            formatEntry({ title: `Trang số ${String(count)}`, order: below(200) }, "Nội dung trang."),
          ),
        ],
      ]),
    "other settings": () => {
      const path = `content/sites/${pick(["tinh", "so-nong-nghiep"])}/site.yaml`;
      const site = parse(text(path)) as {
        menu: unknown[];
        tagline: string;
        theme: { logo?: string };
        issuers?: unknown;
      };
      const what = below(4);
      if (what === 3) {
        // The register of the former authority goes on in that of the new one.
        site.issuers = [
          {
            name: `Cơ quan mới số ${String(count)}`,
            formerly: ["Ủy ban nhân dân tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh Sông Mây"],
          },
        ];
      } else if (what === 0) site.tagline = `Khẩu hiệu ${String(count)}`;
      else if (what === 1) site.theme.logo = pick(covers(siteOf(path)));
      else site.menu = [...site.menu.slice(0, 5), { label: `Mục ${String(count)}`, address: "/tin-tuc" }];
      return new Map([[path, Buffer.from(stringify(site))]]);
    },
    "another picture under the same name": async () =>
      new Map([
        [
          pick(paths(/\/media\/.+\.(?:jpg|png|webp)$/)),
          await sharp({
            create: {
              width: 900 + below(400),
              height: 600,
              channels: 3,
              background: { r: below(255), g: 90, b: 120 },
            },
          })
            .webp()
            .toBuffer(),
        ],
      ]),
    "a week's calendar": () => {
      const week = aWeekEntry(addDays(mondayOf(dayAt(0)), 7 * (below(8) - 5)), [
        { what: `Họp lần ${String(count)}`, day: pick(weekDays) },
        { what: "Tiếp công dân", day: pick(weekDays), start: "14:00", cancelled: below(2) === 0 },
      ]);
      const path = week.file.replace("/tinh/", `/${pick(["tinh", "so-nong-nghiep"])}/`);
      return new Map([[path, Buffer.from(formatEntry(week.data, below(2) ? "Ghi chú." : ""))]]);
    },
    "an article about an event": () => {
      const path = pick(paths(/\/calendar\//));
      const week = parseEntry(weekSchema, text(path));
      const [, site = "", year = "", slug = ""] =
        /sites\/([^/]+)\/calendar\/(\d+)\/(.+)\.md$/.exec(path) ?? [];
      const event = `/lich-cong-tac/${year}/${slug}#_viec-${week.ok ? pick(eventsOf(week)).id : ""}`;
      return edited(
        pick(news().filter((file) => siteOf(file) === site)),
        (data) => void (data["event"] = event),
      );
    },
    "a week without its calendar": () => new Map([[pick(paths(/\/calendar\//)), null]]),
    "a new question": () => {
      const { data, year, slug } = aQuestionEntry(dayAt(-below(30)), {
        title: `Câu hỏi số ${String(count)} của lịch sử`,
        field: "dat-dai",
      });
      const path = `content/sites/${pick(["tinh", "so-nong-nghiep"])}/questions/${year}/${slug}.md`;
      return new Map([[path, Buffer.from(formatEntry(data, "Trả lời."))]]);
    },
    "a removed question": () => new Map([[pick(paths(/\/questions\//)), null]]),
    "the next midnight": () => new Map(),
    "time alone": () => new Map(),
    ...documentSteps(hands),
    ...pieceSteps(hands),
  };

  return {
    get at() {
      return at;
    },
    files,
    records,
    source: {
      // Read in this thread alone: there is no such folder.
      place: { checkout: "" },
      list: () => Promise.resolve([...files.keys()].sort().map(fileOf)),
      read: ({ path }) => Promise.resolve(files.get(path) ?? Buffer.alloc(0)),
    },
    file: fileOf,
    async next() {
      count += 1;
      const name = pick(Object.keys(steps));
      at =
        name === "the next midnight"
          ? midnightAfter(at)
          : new Date(at.getTime() + below(name === "time alone" ? 3 * day : 3_600_000));
      const changes = (await steps[name]?.()) ?? new Map<string, Buffer | null>();
      const record = {
        commit: count.toString(16).padStart(40, "a"),
        approvers: count % 3 ? ["Hoàng Lan"] : [],
      };
      for (const [path, data] of changes) {
        if (data) files.set(path, data);
        else files.delete(path);
        if (data) records.set(path, record);
        else records.delete(path);
      }
      return { name, changes, at };
    },
  };

  function fileOf(path: string): SourceFile {
    const data = files.get(path) ?? Buffer.alloc(0);
    return { path, oid: blobId(data), size: data.byteLength };
  }
}

/** The first moment of the next day in Việt Nam. */
function midnightAfter(at: Date): Date {
  const there = at.getTime() + vietnamAhead;
  return new Date(there - (there % day) + day - vietnamAhead);
}

function readContent(checkout: string): Map<string, Buffer> {
  const entries = readdirSync(join(checkout, "content"), { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(checkout.length + 1), readFileSync(path)]),
  );
}
