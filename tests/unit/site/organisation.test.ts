import { expect, test } from "vitest";
import { kindCandidates, kindPaths } from "../../../src/content-store/kind-pages.ts";
import type { PersonEntry, UnitEntry } from "../../../src/content-store/organisation.ts";
import {
  organisationChart,
  peoplePage,
  personPage,
  unitDirectory,
  unitPage,
} from "../../../src/site/content.ts";
import { aContent, aSiteContent } from "../../support/content.ts";
import { aPerson, aUnit } from "../../support/organisation.ts";

const ubnd = aUnit("UBND", { kind: "lanh-dao" });
const sites = (unit: UnitEntry[], person: PersonEntry[] = []) => {
  const site = aSiteContent({ entries: { dossier: [], unit, person } });
  return [aContent([site]), site] as const;
};

test("a site without units and people has none of these pages", () => {
  const [content, site] = sites([]);
  expect(kindPaths(site)).toEqual([]);
  expect([unitDirectory, peoplePage, organisationChart].map((page) => page(content, site))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("a unit's page tells how to reach it, who works there and what belongs to it", () => {
  const [content, site] = sites(
    [
      ubnd,
      aUnit("Sở Y tế", { parent: "ubnd", phone: "0299 3 815 600", contact: "an" }),
      aUnit("Bệnh viện", { parent: "so-y-te" }),
    ],
    [aPerson("An", "so-y-te"), aPerson("Bình", "ubnd")],
  );
  const page = unitPage(content, site, "so-y-te");
  expect(page?.reach.phone).toEqual({ label: "0299 3 815 600", address: "tel:02993815600" });
  expect(page?.contact?.name).toBe("An");
  expect(page?.people.map(({ name }) => name)).toEqual(["An"]);
  expect(page?.below.map(({ address }) => address)).toEqual(["/co-quan/benh-vien"]);
  expect(page?.crumbs.at(-1)).toEqual({ label: "UBND", address: "/co-quan/ubnd" });
});

test("a dissolved unit keeps its address, says what took its place and is not to be found", () => {
  const [content, site] = sites([ubnd, aUnit("Sở cũ", { dissolved: true, successor: "ubnd" })]);
  const page = unitPage(content, site, "so-cu");
  expect(page).toMatchObject({ dissolved: true, successor: { address: "/co-quan/ubnd" } });
  expect(page?.head.canonical).toBeUndefined();
});

test("leaders stand by the body they lead, contact officers apart with every way to reach them", () => {
  const [content, site] = sites(
    [ubnd, aUnit("Sở Y tế")],
    [
      aPerson("An", "ubnd"),
      aPerson("Bình", "so-y-te", { rank: "cap-pho" }),
      aPerson("Chi", "so-y-te", { rank: "can-bo", contactOfficer: true, email: "chi@songmay.gov.vn" }),
    ],
  );
  const page = peoplePage(content, site);
  expect(page?.bodies.map(({ people }) => people.map(({ name }) => name))).toEqual([["An"]]);
  expect(page?.leaders.map(({ name }) => name)).toEqual(["Bình"]);
  expect(page?.contactOfficers.map(({ email }) => email?.address)).toEqual(["mailto:chi@songmay.gov.vn"]);
});

test("structured data names a person inside the organization", () => {
  const [content, site] = sites([ubnd], [aPerson("An", "ubnd", { position: "Chủ tịch" })]);
  const data = JSON.parse(personPage(content, site, "an")?.head.structuredData ?? "") as {
    "@graph": unknown[];
  };
  expect(data["@graph"][0]).toMatchObject({
    "@type": "GovernmentOrganization",
    employee: { "@type": "Person", name: "An", jobTitle: "Chủ tịch" },
  });
});

test("somebody who has left office keeps an address that says only that", () => {
  const [content, site] = sites([ubnd], [aPerson("An", "ubnd", { left: true, phone: "0299 3 800 100" })]);
  const page = personPage(content, site, "an");
  expect(page).toMatchObject({ left: true, phone: undefined, html: "", responsibilities: [] });
  expect(page?.head.canonical).toBeUndefined();
});

test("many units under one are gathered by kind, few stand side by side", () => {
  const few = sites([ubnd, aUnit("A", { parent: "ubnd" }), aUnit("B", { parent: "ubnd" })]);
  expect(organisationChart(...few)?.branches[0]?.below.map(({ label }) => label)).toEqual(["A", "B"]);
  const names = ["A", "B", "C", "D"];
  const many = sites([
    ubnd,
    ...names.map((name) => aUnit(name, { parent: "ubnd" })),
    aUnit("Văn phòng", { parent: "ubnd", kind: "van-phong" }),
  ]);
  expect(organisationChart(...many)?.branches[0]?.below).toMatchObject([
    { label: "Văn phòng", address: "/co-quan/van-phong" },
    { label: "Sở, cơ quan ngang sở", address: undefined, below: names.map((label) => ({ label })) },
  ]);
});

test("pages of units are compared when a person changes, and not when nothing of the two did", () => {
  const [, before] = sites([ubnd], [aPerson("An", "ubnd")]);
  const after = aSiteContent({ entries: { ...before.entries, person: [aPerson("Bình", "ubnd")] } });
  expect(kindCandidates(before, after)).toContain("/co-quan/ubnd");
  expect(kindCandidates(before, aSiteContent({ entries: { ...before.entries } }))).toEqual([]);
});
