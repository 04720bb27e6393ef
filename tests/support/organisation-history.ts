import { formatEntry } from "../../src/content-model/entry-file.ts";

/** What a step of a history chooses from, and its number. */
export interface Choices {
  below: (limit: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
  paths: (pattern: RegExp) => string[];
  /** Pictures of a site's library. */
  covers: (site: string) => string[];
  count: () => number;
}

/** Steps of a history that change units and people of the province. */
export function organisationSteps({ below, pick, paths, covers, count }: Choices) {
  const slugs = (pattern: RegExp) => paths(pattern).map((path) => path.replace(/^.*\/|\.md$/g, ""));
  // Chosen at random: circles, and others that are not there, are content like any other.
  const aUnit = () => [...slugs(/\/tinh\/units\//), "khong-co"];
  const unitFile = () => {
    const data = {
      title: `Đơn vị số ${String(count())}`,
      kind: pick(["lanh-dao", "so", "su-nghiep", "xa-phuong"]),
      summary: "Đơn vị để thử lịch sử của nội dung.",
      ...(below(4) ? { parent: pick(aUnit()) } : {}),
      ...(below(2) ? { contact: pick([...slugs(/\/tinh\/people\//), "khong-co"]) } : {}),
      ...(below(5) === 0 ? { dissolved: true, successor: pick(aUnit()) } : {}),
      order: below(9),
    };
    return Buffer.from(formatEntry(data, `Nhiệm vụ ${String(count())}.`));
  };
  const personFile = () => {
    const data = {
      title: `Người số ${String(count())}`,
      position: "Giám đốc",
      unit: pick(aUnit()),
      rank: pick(["dung-dau", "cap-pho", "can-bo"]),
      ...(below(2) ? { portrait: pick(covers("tinh")), portraitAlt: "Chân dung" } : {}),
      ...{ phone: "0299 3 800 100", email: "thu@songmay.gov.vn", contactOfficer: below(2) === 0 },
      ...(below(5) === 0 ? { left: true } : {}),
    };
    return Buffer.from(formatEntry(data, below(2) ? `Tiểu sử ${String(count())}.` : ""));
  };
  const changed = (path: string, file: Buffer | null) => new Map([[path, file]]);
  return {
    "a new unit": () => changed(`content/sites/tinh/units/don-vi-${String(count())}.md`, unitFile()),
    "a changed unit": () => changed(pick(paths(/\/tinh\/units\//)), unitFile()),
    "a unit removed": () => changed(pick(paths(/\/units\//)), null),
    "a new person": () => changed(`content/sites/tinh/people/nguoi-${String(count())}.md`, personFile()),
    "a person in another office": () => changed(pick(paths(/\/tinh\/people\//)), personFile()),
    "a person removed": () => changed(pick(paths(/\/people\//)), null),
  };
}
