import type { SiteContent } from "../../content-store/content.ts";
import { describeLook, look, type Sighting } from "./look.ts";
import { rules, type Rule } from "./rules.ts";

/** What became of one rule on a site. */
export interface Assessment extends Sighting {
  id: string;
  title: string;
  basis?: string;
  /** Where it was looked for. */
  looked: string[];
  /** What to do; undefined where all is well. */
  remedy?: string;
}

/** How far a site shows what a state portal must show. */
export function assessSite(site: SiteContent, at: Date): Assessment[] {
  return rules.map((rule) => assess(site, rule, at));
}

function assess(site: SiteContent, { id, title, basis, looks, remedy }: Rule, at: Date): Assessment {
  const sightings = looks.map((one) => look(site, one, at));
  const found = sightings.find(({ state }) => state !== "missing") ?? { state: "missing" as const };
  return {
    ...{ id, title, ...(basis === undefined ? {} : { basis }) },
    ...found,
    looked: looks.map(describeLook),
    ...(found.state === "present" ? {} : { remedy }),
  };
}
