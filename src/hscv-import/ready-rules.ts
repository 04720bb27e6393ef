import { fold } from "../content-model/fold.ts";
import type { AttachmentRule, FieldRule, Profile } from "./profile.ts";
import { usualDates } from "./read-date.ts";
import { placeOf, type Place, type RecordNode } from "./record-tree.ts";

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
function rulesOf(profile: Profile): ReadyRules {
  return {
    fields: Object.entries(profile.fields).flatMap(([name, rule]) => (rule ? [readyRule(name, rule)] : [])),
    attachments: profile.attachments.map(readyAttachment),
  };
}

/**
 * The rules of a profile that can find anything in a record, by the names of what it holds: a profile knows how many vendors call
 * each field, a record has one name for each, and the records of a feed hardly differ in that.
 */
export function rulesFor(profile: Profile, record: RecordNode): ReadyRules {
  let ready = known.get(profile);
  if (!ready) known.set(profile, (ready = { all: rulesOf(profile), byNames: new Map() }));
  const names = typeof record === "string" ? [] : Object.keys(record);
  const key = names.join("/");
  const before = ready.byNames.get(key);
  if (before) return before;
  const rules = narrowed(ready.all, new Set(names));
  if (ready.byNames.size >= mostKnown) ready.byNames = new Map();
  ready.byNames.set(key, rules);
  return rules;
}

const known = new WeakMap<Profile, { all: ReadyRules; byNames: Map<string, ReadyRules> }>();
/** Sets of names that are remembered. */
const mostKnown = 200;

function narrowed({ fields, attachments }: ReadyRules, names: ReadonlySet<string>): ReadyRules {
  const here = (places: readonly Place[]) =>
    places.filter(
      ({ anywhere, names: [first] }) => anywhere !== undefined || first === undefined || names.has(first),
    );
  return {
    fields: fields
      .map((rule) => ({ ...rule, places: here(rule.places), parts: rule.parts?.map(here) }))
      .filter(
        ({ places, parts = [], standard }) =>
          standard !== undefined || places.length > 0 || parts.some((part) => part.length > 0),
      ),
    attachments: attachments
      .map((rule) => ({ ...rule, each: here(rule.each) }))
      .filter(({ each }) => each.length > 0),
  };
}

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
