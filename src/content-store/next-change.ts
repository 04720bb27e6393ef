import type { Content } from "./content.ts";
import { consultationMoments } from "./consultations.ts";
import { nextTurn } from "./document-turns.ts";
import { nextMoment } from "./site-content.ts";
import { calendarMoments } from "./weeks.ts";

/** Viet Nam is seven hours ahead of UTC all year. */
const offset = "+07:00";
const day = 86_400_000;

/** The next moment at which some page changes although nobody touches anything; undefined if there is none. */
export function nextChange(content: Content): Date | undefined {
  const now = content.at.getTime();
  const moments = [...content.sites.values()].flatMap((site) => {
    const ads = site.ads.flatMap(({ data }) => [
      Date.parse(`${data.start}T00:00:00${offset}`),
      // An ad is shown to the end of its last day.
      Date.parse(`${data.end}T00:00:00${offset}`) + day,
    ]);
    const dated = [
      ...ads,
      ...calendarMoments(site),
      ...consultationMoments(site),
      ...nextTurn(site, content.at),
    ];
    return [nextMoment(site, content.at) ?? Infinity, ...dated.filter((moment) => moment > now)];
  });
  const next = Math.min(...moments);
  return Number.isFinite(next) ? new Date(next) : undefined;
}
