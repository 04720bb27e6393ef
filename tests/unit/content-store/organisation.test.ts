import { expect, test } from "vitest";
import { organisationOf, type UnitBranch, type UnitEntry } from "../../../src/content-store/organisation.ts";
import { aPerson, aUnit } from "../../support/organisation.ts";

const organisation = (unit: UnitEntry[], person = [] as ReturnType<typeof aPerson>[]) =>
  organisationOf({
    entries: {
      dossier: [],
      document: [],
      piece: [],
      week: [],
      question: [],
      consultation: [],
      gazette: [],
      unit,
      person,
    },
  });

/** A tree in one line: `a(b c(d))`. */
const drawn = (branches: readonly UnitBranch[]): string =>
  branches.map(({ unit, below }) => unit.slug + (below.length > 0 ? `(${drawn(below)})` : "")).join(" ");

test("units stand below the one they belong to, by kind and then by their order", () => {
  const units = [
    aUnit("y te", { parent: "ubnd", order: 2 }),
    aUnit("van phong", { parent: "ubnd", kind: "van-phong" }),
    aUnit("benh vien", { parent: "y-te", kind: "su-nghiep" }),
    aUnit("tai chinh", { parent: "ubnd", order: 1 }),
    aUnit("ubnd", { kind: "lanh-dao" }),
  ];
  expect(drawn(organisation(units).tree)).toBe("ubnd(van-phong tai-chinh y-te(benh-vien))");
});

test("a unit whose parent is not there stands at the top", () => {
  expect(drawn(organisation([aUnit("a", { parent: "khong-co" }), aUnit("b", { parent: "a" })]).tree)).toBe(
    "a(b)",
  );
});

test("units that belong to one another in a circle are all shown once", () => {
  const units = [
    aUnit("a", { parent: "c" }),
    aUnit("b", { parent: "a" }),
    aUnit("c", { parent: "b" }),
    aUnit("d", { parent: "d" }),
    aUnit("e"),
  ];
  expect(drawn(organisation(units).tree)).toBe("e a(b(c)) d");
});

test("what was dissolved, and who has left, is in no list", () => {
  const { units, people, tree, unit, person } = organisation(
    [aUnit("a", { dissolved: true }), aUnit("b", { parent: "a" })],
    [aPerson("An", "b", { left: true }), aPerson("Bình", "b")],
  );
  expect(units.map(({ slug }) => slug)).toEqual(["b"]);
  expect(people.map(({ slug }) => slug)).toEqual(["binh"]);
  expect(drawn(tree)).toBe("b");
  expect([unit("a"), person("an")]).toEqual([undefined, undefined]);
});

test("the head of a unit stands before its deputies, these before its officers", () => {
  const unit = aUnit("a");
  const { peopleOf } = organisation(
    [unit],
    [
      aPerson("An", "a", { rank: "can-bo", order: 1 }),
      aPerson("Bình", "a", { rank: "cap-pho", order: 2 }),
      aPerson("Chi", "a", { rank: "cap-pho", order: 1 }),
      aPerson("Dung", "a", { order: 9 }),
    ],
  );
  expect(peopleOf(unit).map(({ slug }) => slug)).toEqual(["dung", "chi", "binh", "an"]);
});
