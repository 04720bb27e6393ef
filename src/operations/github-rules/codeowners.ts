import { isWithin, type Grant, type Scope } from "../../content-model/grant.ts";
import type { Portal } from "../../content-model/portal.ts";

/** Where GitHub looks for it. */
export const codeownersPath = ".github/CODEOWNERS";

/**
 * Who answers for which paths, as GitHub's CODEOWNERS: the last line that fits decides. Written from `content/portal.yaml`, whose
 * logins are those of GitHub there.
 */
export function codeowners(portal: Portal): string {
  const operators = loginsOf(portal, ({ role }) => role === "operator");
  const lines: [string, string[]][] = [["*", operators]];
  for (const site of portal.sites) {
    lines.push([`/content/sites/${site}/`, approversWith(portal, { sites: [site] })]);
    for (const kind of kindsApart(portal, site)) {
      const [path, scope] = [`/content/sites/${site}/${kind}/`, { sites: [site], kinds: [kind] }];
      lines.push([path, approversWith(portal, scope)]);
    }
    lines.push([`/content/sites/${site}/site.yaml`, operators]);
  }
  const width = Math.max(...lines.map(([path]) => path.length));
  return [
    "# Who may approve what on GitHub. Made from content/portal.yaml by «npm run github-rules -- write»; not edited by hand.",
    "# GitHub cannot tell sections of a site apart, nor who wrote a piece: what publishes looks again.",
    ...lines.map(([path, logins]) => `${path.padEnd(width)} ${logins.map((login) => `@${login}`).join(" ")}`),
    "",
  ].join("\n");
}

/** The kinds of entries of a site that somebody answers for who does not answer for the whole site. */
function kindsApart(portal: Portal, site: string): NonNullable<Scope["kinds"]> {
  const grants = portal.people.flatMap(({ grants: held }) => held);
  const ofSite = grants.filter(({ sites }) => sites === "*" || sites.includes(site));
  return [...new Set(ofSite.flatMap(({ kinds = [] }) => kinds))].sort();
}

/** Everybody who answers for all of a scope. */
function approversWith(portal: Portal, scope: Scope): string[] {
  return loginsOf(portal, (grant) => grant.role === "approver" && isWithin(scope, grant));
}

function loginsOf(portal: Portal, held: (grant: Grant) => boolean): string[] {
  return portal.people.filter(({ grants }) => grants.some(held)).map(({ login }) => login);
}
