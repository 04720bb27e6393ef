import { parse } from "yaml";
import { parseEntry } from "../content-model/entry-file.ts";
import { entryFolder, type EntryPlace } from "../content-model/entry-kinds.ts";
import { readEventAddress } from "../content-model/event-address.ts";
import type { News } from "../content-model/news.ts";
import { placeProblems } from "../content-model/place-problems.ts";
import type { Question } from "../content-model/question.ts";
import { questionFieldsOf, siteSchema, type Site } from "../content-model/site.ts";
import { weekSchema } from "../content-model/week.ts";
import { eventsOf } from "../content-store/week-events.ts";
import type { Finding } from "./finding.ts";

/** Reads a file of the tree that an entry is checked in; undefined where there is none. */
export type ReadFile = (path: string) => Promise<Buffer | undefined>;

/** Whether what an entry names is there: its section or field on its site, the event it tells of, the week its file stands for. */
export async function checkReferences(
  place: EntryPlace,
  path: string,
  data: unknown,
  read: ReadFile,
): Promise<Finding[]> {
  const findings = placeProblems(place, data).map((problem) => ({
    level: "block" as const,
    file: path,
    ...problem,
  }));
  switch (place.kind) {
    case "news":
      return [
        ...findings,
        ...(await checkCategory(path, place.site, data as News, read)),
        ...(await checkEvent(path, place.site, data as News, read)),
      ];
    case "question":
      return [...findings, ...(await checkQuestionField(path, place.site, data as Question, read))];
    default:
      return findings;
  }
}

async function checkCategory(path: string, site: string, news: News, read: ReadFile): Promise<Finding[]> {
  const settings = await settingsOf(site, read);
  if (!settings) return [settingsMissing(path, site)];
  const ids = settings.sections.map(({ id }) => id);
  if (ids.includes(news.category)) return [];
  const message = `Trang này không có chuyên mục «${news.category}».`;
  return [
    { ...block(path, message, `Chọn một trong: ${ids.join(", ")}.`), field: "category", label: "Chuyên mục" },
  ];
}

async function checkQuestionField(
  path: string,
  site: string,
  { field }: Question,
  read: ReadFile,
): Promise<Finding[]> {
  const settings = await settingsOf(site, read);
  if (!settings) return [settingsMissing(path, site)];
  const ids = questionFieldsOf(settings).map(({ id }) => id);
  if (ids.includes(field)) return [];
  const message = `Trang này không có lĩnh vực hỏi đáp «${field}».`;
  return [
    { ...block(path, message, `Chọn một trong: ${ids.join(", ")}.`), field: "field", label: "Lĩnh vực" },
  ];
}

/** Whether the calendar has the event that an article says it tells of. */
async function checkEvent(path: string, site: string, news: News, read: ReadFile): Promise<Finding[]> {
  const event = readEventAddress(news.event);
  if (!event) return [];
  const file = `${entryFolder({ kind: "week", site, year: event.year })}/${event.slug}.md`;
  const week = parseEntry(weekSchema, (await read(file))?.toString("utf8") ?? "");
  if (week.ok && eventsOf(week).some(({ id }) => id === event.id)) return [];
  const message = `Lịch công tác ${event.slug.replace("tuan-", "tuần ")} năm ${event.year} không có việc này.`;
  const remedy = "Mở lịch, bấm lại vào giờ của việc ấy và chép địa chỉ; hoặc để trống trường này.";
  return [{ ...block(path, message, remedy), field: "event", label: "Việc trong lịch công tác" }];
}

/** The settings of a site in the tree that is checked; undefined where they are missing or wrong. */
export async function settingsOf(site: string, read: ReadFile): Promise<Site | undefined> {
  const text = (await read(`content/sites/${site}/site.yaml`))?.toString("utf8") ?? "";
  return siteSchema.safeParse(parse(text)).data;
}

const settingsMissing = (path: string, site: string) =>
  block(path, `Trang «${site}» không có hoặc có thiết lập sai (site.yaml).`, "Báo người vận hành.");

function block(file: string, message: string, remedy: string): Finding {
  return { level: "block", file, message, remedy };
}
