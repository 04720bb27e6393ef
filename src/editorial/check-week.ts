import { entryFolder, type EntryPlace } from "../content-model/entry-kinds.ts";
import { readEventAddress } from "../content-model/event-address.ts";
import type { Week } from "../content-model/week.ts";
import { eventsOf } from "../content-store/week-events.ts";
import { readEntry } from "./changes.ts";
import type { MergeResult } from "./check-submission.ts";
import type { Finding } from "./finding.ts";

/**
 * The articles that tell of an event which the week no longer has: it was taken out, or put in other words, which make
 * another event. Articles of the week's year and of the next are asked.
 */
export async function checkWeek(
  path: string,
  { site, year = "", slug }: EntryPlace,
  data: Week,
  { files: submitted, list, read }: Pick<MergeResult, "files" | "list" | "read">,
): Promise<Finding[]> {
  const ids = new Set(eventsOf({ data }).map(({ id }) => id));
  const years = [year, String(Number(year) + 1)];
  const folders = years.map((one) => entryFolder({ kind: "news", site, year: one }));
  // An article of the same submission is told of it itself.
  const own = new Set(submitted.map((file) => file.path));
  const files = (await Promise.all(folders.map((folder) => list(folder))))
    .flat()
    .filter((file) => !own.has(file));
  const findings = await Promise.all(
    files.map(async (file): Promise<Finding[]> => {
      const text = (await read(file))?.toString("utf8") ?? "";
      // Most articles name no event: only those that do are worth reading as YAML.
      if (!text.includes(`/lich-cong-tac/${year}/${slug}#`)) return [];
      const { title, event } = readEntry(text).data;
      const named = readEventAddress(typeof event === "string" ? event : undefined);
      if (named?.year !== year || named.slug !== slug || ids.has(named.id)) return [];
      return [
        {
          level: "advise",
          file: path,
          field: "events",
          label: "Sự kiện",
          message: `Bài «${typeof title === "string" ? title : file}» đưa tin một việc không còn trong lịch này: việc ấy đã bị bỏ hoặc viết lại lời, nên lịch không dẫn tới bài nữa.`,
          remedy:
            "Giữ nguyên lời của việc ấy (hoãn thì bật «Hoãn»); hoặc sau khi đăng lịch, chép lại địa chỉ của việc vào bài.",
        },
      ];
    }),
  );
  return findings.flat();
}
