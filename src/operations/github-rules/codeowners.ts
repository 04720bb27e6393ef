import type { Portal } from "../../content-model/portal.ts";

/** Where GitHub looks for it. */
export const codeownersPath = ".github/CODEOWNERS";

/**
 * Who answers for which paths, as GitHub's CODEOWNERS: the last line that fits decides. Written from `content/portal.yaml`, whose
 * logins are those of GitHub there.
 */
export function codeowners(portal: Portal): string {
  const operators = loginsWith(portal, "operator");
  const lines: [string, string[]][] = [["*", operators]];
  for (const site of portal.sites) {
    lines.push([`/content/sites/${site}/`, loginsWith(portal, "approver", site)]);
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

/** Everybody who holds a role, for a site where one is named. */
function loginsWith(portal: Portal, role: "approver" | "operator", site?: string): string[] {
  return portal.people
    .filter(({ grants }) =>
      grants.some(
        (grant) =>
          grant.role === role && (site === undefined || grant.sites === "*" || grant.sites.includes(site)),
      ),
    )
    .map(({ login }) => login);
}
