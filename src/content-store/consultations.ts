import { entryAddress, entryKinds } from "../content-model/entry-kinds.ts";
import { compare } from "../foundation/compare.ts";
import { addDays } from "../foundation/iso-week.ts";
import { vietnamAhead } from "../foundation/vietnam-time.ts";
import type { EntryOf, SiteContent } from "./content.ts";

export type ConsultationEntry = EntryOf<"consultation">;

export const consultationsAddress = entryKinds.consultation.at;
export const consultationAddress = ({ year, slug }: Pick<ConsultationEntry, "year" | "slug">): string =>
  entryAddress({ kind: "consultation", year, slug }) ?? "";

/** A site's drafts, those that close last first. */
export function consultationsOf({ entries }: Pick<SiteContent, "entries">): readonly ConsultationEntry[] {
  return entries.consultation.toSorted(
    (a, b) => compare(b.data.closesOn, a.data.closesOn) || compare(a.file, b.file),
  );
}

/** The addresses of the list and of each draft: they say how far it is, which the day decides. */
export const consultationPaths = (site: SiteContent): string[] =>
  site.entries.consultation.length === 0
    ? []
    : [consultationsAddress, ...site.entries.consultation.map(consultationAddress)];

/** The midnights in Việt Nam (ms) at which a draft opens or closes by itself. */
export const consultationMoments = ({ entries }: SiteContent): number[] =>
  entries.consultation.flatMap(({ data }) => [
    Date.parse(data.openedOn) - vietnamAhead,
    Date.parse(addDays(data.closesOn, 1)) - vietnamAhead,
  ]);
