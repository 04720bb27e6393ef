import { fold } from "../content-model/fold.ts";
import type { MappedField } from "./map-record.ts";
import type { AttachmentRule, FieldRule, Profile } from "./profile.ts";
import { usualDates } from "./read-date.ts";
import { placeOf, type Place } from "./record-tree.ts";

/** How a field is read, made ready for a hundred thousand records. */
export interface ReadyRule {
  name: string;
  places: readonly Place[];
  /** All of the places are read, not the first that is filled in. */
  every: boolean;
  parts: readonly (readonly Place[])[] | undefined;
  join: string;
  pattern: RegExp | undefined;
  without: RegExp | undefined;
  html: boolean;
  /** What the source's words mean, by their folded form; and what all others do. */
  meanings: ReadonlyMap<string, string> | undefined;
  others: string | undefined;
  /** Undefined for what is no date. */
  dates: readonly string[] | undefined;
  /** It is a date, and the profile does not say how dates are written. */
  guesses: boolean;
  split: string | undefined;
  /** What stands for nothing. */
  standard: string | undefined;
  /** Two values that differ cannot both be right. */
  single: boolean;
  /** Most records have few of the fields that a profile could read. */
  absent: MappedField;
}

export interface ReadyAttachment {
  each: readonly Place[];
  url: ReadyRule | undefined;
  data: ReadyRule | undefined;
  name: ReadyRule | undefined;
  label: ReadyRule | undefined;
  sha256: ReadyRule | undefined;
}

export interface ReadyRules {
  fields: readonly ReadyRule[];
  attachments: readonly ReadyAttachment[];
}

/** A profile's rules; made once for each. */
export function rulesOf(profile: Profile): ReadyRules {
  const before = known.get(profile);
  if (before) return before;
  const rules = {
    fields: Object.entries(profile.fields).flatMap(([name, rule]) => (rule ? [readyRule(name, rule)] : [])),
    attachments: profile.attachments.map(readyAttachment),
  };
  known.set(profile, rules);
  return rules;
}

const known = new WeakMap<Profile, ReadyRules>();

function readyRule(name: string, rule: FieldRule): ReadyRule {
  const { parts, join, html, values, split } = rule;
  const isDate = dateFields.has(name);
  return {
    name,
    places: placesOf(rule.from ?? []),
    every: flags.has(name),
    parts: parts?.map(placesOf),
    join,
    pattern: regex(rule.pattern),
    without: regex(rule.without),
    html,
    // The first of two that fold alike counts.
    meanings:
      values &&
      new Map(
        Object.entries(values)
          .reverse()
          .map(([written, meaning]) => [fold(written), meaning]),
      ),
    others: values?.["*"],
    dates: rule.dates ?? (isDate ? usualDates : undefined),
    guesses: isDate && rule.dates === undefined,
    split,
    standard: rule.default,
    single: split === undefined && !several.has(name),
    absent: { name, path: undefined, raw: "", values: [] },
  };
}

function readyAttachment({ each, url, data, name, label, sha256 }: AttachmentRule): ReadyAttachment {
  const ready = (rule: FieldRule | undefined) => rule && readyRule("", rule);
  return {
    each: placesOf(each),
    url: ready(url),
    data: ready(data && { ...data, from: data.from ?? "." }),
    name: ready(name),
    label: ready(label),
    sha256: ready(sha256),
  };
}

const placesOf = (places: string | readonly string[]): Place[] => [places].flat().map(placeOf);

const regex = (source: string | undefined): RegExp | undefined =>
  source === undefined ? undefined : new RegExp(source, "iu");

/**
 * A document has one of each but for those that it amends or replaces; whether it is secret or gone is told by any, and a message
 * has a time for each of its stations.
 */
const several = new Set([
  ...["", "amends", "replaces", "replacedBy", "secrecy", "withdrawn", "public", "changedOn"],
]);

const flags = new Set(["withdrawn", "public"]);

const dateFields = new Set(["issuedOn", "effectiveFrom", "expiredOn", "receivedOn", "dueOn", "finishedOn"]);
