import type { News } from "../../content-model/news.ts";
import { shownDay } from "../dates.ts";
import type { Words } from "../words/words.ts";

/** Where a piece comes from that the portal did not write: another paper, or a unit that sent it. */
export interface ShownSource {
  name: string;
  address: string | undefined;
  /** `20/11/2026` */
  date: string | undefined;
}

/** The source of an article; undefined for the portal's own. */
export function shownSource(
  { sourceName, sourceUrl, sourceDate, unitName }: News,
  words: Words,
): ShownSource | undefined {
  if (sourceName === undefined)
    return unitName === undefined ? undefined : { name: unitName, address: undefined, date: undefined };
  return {
    name: sourceName,
    address: sourceUrl,
    date: sourceDate === undefined ? undefined : shownDay(sourceDate, words).short,
  };
}
