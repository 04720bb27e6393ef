import type { Scope } from "../content-model/grant.ts";
import type { Portal } from "../content-model/portal.ts";

/** A section that a right names and that none of the right's sites has. */
export interface UnknownSection {
  section: string;
  /** Where it stands: `people.3.grants.0.sections.1`. */
  field: string;
  /** The sites that the right is for. */
  sites: readonly string[];
  message: string;
  remedy: string;
}

/**
 * Sections named in rights, in what is handed over and in what needs two approvals that no site has: nobody would answer for
 * what was meant. `sections` are the sites' own, as far as their settings can be read.
 */
export function unknownSections(
  portal: Portal,
  sections: ReadonlyMap<string, readonly string[]>,
): UnknownSection[] {
  return scopesOf(portal).flatMap(({ scope, field }) => {
    const sites = scope.sites === "*" ? portal.sites : scope.sites;
    if (sites.some((site) => portal.sites.includes(site) && !sections.has(site))) return [];
    const known = [...new Set(sites.flatMap((site) => sections.get(site) ?? []))];
    return (scope.sections ?? []).flatMap((section, index): UnknownSection[] =>
      known.includes(section)
        ? []
        : [
            {
              section,
              field: `${field}.sections.${String(index)}`,
              sites,
              message: `Không trang nào trong quyền này (${sites.join(", ")}) có chuyên mục «${section}».`,
              remedy: `Chọn một trong: ${known.join(", ")}.`,
            },
          ],
    );
  });
}

function scopesOf({
  people,
  delegations = [],
  higherApproval = [],
}: Portal): { scope: Scope; field: string }[] {
  return [
    ...people.flatMap(({ grants }, person) =>
      grants.map((scope, grant) => ({ scope, field: `people.${String(person)}.grants.${String(grant)}` })),
    ),
    ...delegations.flatMap(({ grants = [] }, row) =>
      grants.map((scope, grant) => ({ scope, field: `delegations.${String(row)}.grants.${String(grant)}` })),
    ),
    ...higherApproval.map((scope, row) => ({ scope, field: `higherApproval.${String(row)}` })),
  ];
}
