import { ranks } from "../content-model/person.ts";
import { unitKinds } from "../content-model/unit.ts";
import type { EntryOf, SiteContent } from "./content.ts";

export type UnitEntry = EntryOf<"unit">;
export type PersonEntry = EntryOf<"person">;

/** A unit with those below it. */
export interface UnitBranch {
  unit: UnitEntry;
  below: UnitBranch[];
}

/** A site's units and people as they stand today: without those dissolved or gone, each list in its order. */
export interface Organisation {
  units: readonly UnitEntry[];
  people: readonly PersonEntry[];
  unit: (slug: string | undefined) => UnitEntry | undefined;
  person: (slug: string | undefined) => PersonEntry | undefined;
  /** The people of a unit, its head first. */
  peopleOf: (unit: UnitEntry) => readonly PersonEntry[];
  /** The units directly below a unit. */
  below: (unit: UnitEntry) => readonly UnitEntry[];
  /** Every unit once, below the one it belongs to; those that belong to none, or to one that is not there, stand at the top. */
  tree: readonly UnitBranch[];
}

const known = new WeakMap<SiteContent["entries"], Organisation>();

/** The organisation that a site's entries describe, made once per content. */
export function organisationOf({ entries }: Pick<SiteContent, "entries">): Organisation {
  const made = known.get(entries) ?? arrange(entries);
  known.set(entries, made);
  return made;
}

function arrange({ unit, person }: SiteContent["entries"]): Organisation {
  const units = unit.filter(({ data }) => !data.dissolved).toSorted(unitOrder);
  const people = person.filter(({ data }) => !data.left).toSorted(personOrder);
  const unitsBySlug = new Map(units.map((entry) => [entry.slug, entry]));
  const peopleBySlug = new Map(people.map((entry) => [entry.slug, entry]));
  const below = Map.groupBy(units, ({ data }) => data.parent);
  const members = Map.groupBy(people, ({ data }) => data.unit);
  return {
    units,
    people,
    unit: (slug) => unitsBySlug.get(slug ?? ""),
    person: (slug) => peopleBySlug.get(slug ?? ""),
    peopleOf: ({ slug }) => members.get(slug) ?? [],
    below: ({ slug }) => below.get(slug) ?? [],
    tree: treeOf(units, below),
  };
}

function treeOf(
  units: readonly UnitEntry[],
  below: ReadonlyMap<string | undefined, readonly UnitEntry[]>,
): UnitBranch[] {
  const there = new Set(units.map(({ slug }) => slug));
  const placed = new Set<UnitEntry>();
  const grow = (unit: UnitEntry): UnitBranch => {
    placed.add(unit);
    const children = (below.get(unit.slug) ?? []).filter((child) => !placed.has(child));
    return { unit, below: children.map(grow) };
  };
  const tops = units.filter(({ data }) => data.parent === undefined || !there.has(data.parent));
  const tree = tops.map(grow);
  // Units that belong to one another in a circle hang below none of these: the first of each circle stands at the top.
  for (const unit of units) if (!placed.has(unit)) tree.push(grow(unit));
  return tree;
}

const kindOrder: readonly string[] = unitKinds.map(({ value }) => value);
const rankOrder: readonly string[] = ranks.map(({ value }) => value);

function unitOrder(a: UnitEntry, b: UnitEntry): number {
  return (
    kindOrder.indexOf(a.data.kind) - kindOrder.indexOf(b.data.kind) ||
    a.data.order - b.data.order ||
    byFile(a, b)
  );
}

function personOrder(a: PersonEntry, b: PersonEntry): number {
  return (
    rankOrder.indexOf(a.data.rank) - rankOrder.indexOf(b.data.rank) ||
    a.data.order - b.data.order ||
    byFile(a, b)
  );
}

const byFile = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);
