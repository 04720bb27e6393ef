import type { SiteContent } from "../../content-store/content.ts";
import { organisationChartAddress } from "../../content-store/kind-pages.ts";
import { organisationOf, type UnitBranch, type UnitEntry } from "../../content-store/organisation.ts";
import type { Sighting } from "./look.ts";
import type { Look } from "./rules.ts";

/** What a site's units and people say of one of the things that are asked of them. */
export function askOrganisation(site: SiteContent, ask: (Look & { in: "organisation" })["ask"]): Sighting {
  const { units, people, tree } = organisationOf(site);
  switch (ask) {
    case "functions": {
      const tops = tree.map(({ unit }) => unit);
      const described = tops.filter((unit) => site.body(unit).trim() !== "");
      return share("/co-quan", "cơ quan cao nhất có chức năng, nhiệm vụ", tops, described);
    }
    case "chart": {
      const placed = units.filter(({ data }) => data.parent !== undefined || data.kind === "lanh-dao");
      const place = organisationChartAddress;
      return share(place, "đơn vị có chỗ trong sơ đồ", units, placed);
    }
    case "leaders": {
      const leaders = people.filter(({ data }) => data.rank !== "can-bo");
      const reachable = leaders.filter(({ data }) => data.phone && data.email);
      return share("/lanh-dao", "lãnh đạo có điện thoại và thư điện tử", leaders, reachable);
    }
    case "contact-officers": {
      const officers = people.filter(({ data }) => data.contactOfficer);
      if (officers.length === 0) return { state: "missing" };
      const names = officers.slice(0, 3).map(({ data }) => `${data.title} (${data.phone ?? ""})`);
      const more =
        officers.length > names.length ? ` và ${String(officers.length - names.length)} người nữa` : "";
      return { state: "present", place: "/lanh-dao", detail: names.join(", ") + more };
    }
    case "reach": {
      const what = "đơn vị có điện thoại, và địa chỉ, thư điện tử của mình hoặc của cơ quan cấp trên";
      return share("/co-quan", what, units, reachable(tree));
    }
  }
}

/** Units with a number of their own; a room in the same building, and the same office's mailbox, need not be said again. */
function reachable(
  tree: readonly UnitBranch[],
  above: { address?: unknown; email?: unknown } = {},
): UnitEntry[] {
  return tree.flatMap(({ unit, below }) => {
    const { phone, address = above.address, email = above.email } = unit.data;
    return [...(phone && address && email ? [unit] : []), ...reachable(below, { address, email })];
  });
}

interface Named {
  data: { title: string };
}

/** Present if all of them, incomplete if some: which ones lack it is named. */
function share(place: string, what: string, all: readonly Named[], some: readonly Named[]): Sighting {
  if (some.length === 0) return { state: "missing" };
  const detail = `${String(some.length)}/${String(all.length)} ${what}`;
  if (some.length === all.length) return { state: "present", place, detail };
  const lacking = all.filter((one) => !some.includes(one)).map(({ data }) => data.title);
  const named = lacking.slice(0, 5).join(", ") + (lacking.length > 5 ? "…" : "");
  return { state: "incomplete", place, detail: `${detail}; còn thiếu: ${named}` };
}
