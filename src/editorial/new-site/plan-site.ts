import { parse } from "yaml";
import type { z } from "zod";
import { portalSchema } from "../../content-model/portal.ts";
import { siteSchema, type Site } from "../../content-model/site.ts";
import { isSlug } from "../../content-model/slug.ts";
import { Problem } from "../../foundation/problem.ts";
import { settingsFile, type ExistingPortal } from "./existing-portal.ts";
import { portalFileWith, roleProblems } from "./portal-file.ts";
import { firstArticle } from "./first-article.ts";
import { firstPages } from "./site-pages.ts";
import type { SiteRequest } from "./site-request.ts";
import { colourProblems, draftSite, siteFile } from "./site-settings.ts";

/** A site to be made: the files that make it, `content/portal.yaml` among them and last. */
export interface SitePlan {
  id: string;
  settings: Site;
  files: { path: string; text: string }[];
}

/** Titles of pages and articles that name the site must stay titles. */
const longestName = 80;

/** Plans a new component site. Nothing is written; a request that cannot be met is refused with everything wrong about it. */
export async function planSite(request: SiteRequest, existing: ExistingPortal, now: Date): Promise<SitePlan> {
  const { id } = request;
  const [province] = existing.sites.values();
  if (!province) throw new Problem("The portal has no site yet that a component site could join.");
  const draft = draftSite(request, province, [...existing.sites.values()]);
  const checked = siteSchema.safeParse(draft);
  const portalText = portalFileWith(existing.text, request);
  const lacking = missing(request);
  const problems = [
    ...(await idProblems(id, existing)),
    ...lacking.map((option) => `${option} is needed.`),
    ...(request.name.length > longestName ? [`--name: at most ${longestName} characters.`] : []),
    ...domainProblems(draft.domain, existing),
    ...settingsProblems(checked.error?.issues ?? [], lacking),
    ...sectionProblems(draft.sections),
    ...colourProblems(draft.theme),
    ...roleProblems(existing.portal, request.roles),
    ...portalProblems(portalText, id),
  ];
  if (problems.length > 0 || !checked.success) {
    throw new Problem(`The site ${id} cannot be made:\n${problems.map((line) => `  ${line}`).join("\n")}`, {
      remedy:
        "Nothing was written. Correct these and run the command again; npm run new-site -- --help tells every option.",
    });
  }
  return {
    id,
    settings: checked.data,
    files: [
      { path: settingsFile(id), text: siteFile(draft) },
      ...[...firstPages(draft)].map(([slug, text]) => ({
        path: `content/sites/${id}/pages/${slug}.md`,
        text,
      })),
      firstArticle(id, checked.data, now),
      { path: "content/portal.yaml", text: portalText },
    ],
  };
}

async function idProblems(id: string, existing: ExistingPortal): Promise<string[]> {
  if (!isSlug(id) || id.length > 40) {
    return [
      `${id || "(no id)"}: an id has small letters without accents, digits and single hyphens, 40 at most, e.g. so-y-te.`,
    ];
  }
  if (existing.sites.has(id)) return [`${id}: the portal has this site already.`];
  if (await existing.hasFolder(id))
    return [
      `${id}: content/sites/${id} holds a site already; add it to content/portal.yaml, or choose another id.`,
    ];
  return [];
}

/** Options that nobody can derive, and whose words no reader should miss. */
function missing({ name, address, phone }: SiteRequest): string[] {
  const wanted = { "--name": name, "--address": address, "--phone": phone };
  return Object.entries(wanted).flatMap(([option, value]) => (value?.trim() ? [] : [option]));
}

/** What the schema of a site finds, by option; an option that is not there at all was named before. */
function settingsProblems(issues: readonly z.core.$ZodIssue[], lacking: readonly string[]): string[] {
  const found = issues.map(({ path, message }) => ({ option: optionOf(path), message }));
  const lines = found
    .filter(({ option }) => !lacking.includes(option))
    .map(({ option, message }) => `${option}: ${message}`);
  return [...new Set(lines)];
}

function domainProblems(domain: string, { sites }: ExistingPortal): string[] {
  return [...sites].flatMap(([id, site]) =>
    site.domain === domain ? [`--domain ${domain}: the site ${id} has it already.`] : [],
  );
}

function sectionProblems(sections: readonly { id: string; name: string }[]): string[] {
  const twice = sections.filter(({ id }, index) => sections.findIndex((other) => other.id === id) < index);
  return twice.map(({ name, id }) => `--section "${name}": another section has the address ${id}.`);
}

function portalProblems(text: string, id: string): string[] {
  const value: unknown = parse(text);
  const issues = portalSchema.safeParse(value).error?.issues ?? [];
  return issues.flatMap(({ path, message }) => {
    // Wrong ids were named before.
    if (path[0] === "sites") return [];
    if (path.at(-1) === "login")
      return ["A login has small letters without accents, digits and hyphens, 39 at most, e.g. nguyen-an."];
    return [
      message.includes(id)
        ? `${message}: --approver LOGIN.`
        : `content/portal.yaml, ${path.join(".")}: ${message}`,
    ];
  });
}

const options: Record<string, string> = {
  "theme.primary": "--primary",
  "theme.accent": "--accent",
  "contact.address": "--address",
  "contact.phone": "--phone",
  "contact.email": "--email",
  shortName: "--name",
};

function optionOf(path: readonly PropertyKey[]): string {
  const [first = ""] = path;
  return options[path.map(String).join(".")] ?? (first === "sections" ? "--section" : `--${String(first)}`);
}
