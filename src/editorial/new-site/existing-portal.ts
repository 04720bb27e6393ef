import { parse } from "yaml";
import { portalSchema, type Portal } from "../../content-model/portal.ts";
import { siteSchema, type Site } from "../../content-model/site.ts";
import { Problem } from "../../foundation/problem.ts";

/** The portal that a new site joins. */
export interface ExistingPortal {
  /** `content/portal.yaml` as it is written, with its comments. */
  text: string;
  portal: Portal;
  sites: ReadonlyMap<string, Site>;
  /** Ids whose folder holds a site's settings, in use or not. */
  hasFolder: (id: string) => Promise<boolean>;
}

/** Reads it through `read`, which gives the text of a repository path: of a checkout, or of main on a forge. */
export async function readExistingPortal(
  read: (path: string) => Promise<string | undefined>,
): Promise<ExistingPortal> {
  const text = await read("content/portal.yaml");
  const portal = portalSchema.safeParse(parse(text ?? ""));
  if (text === undefined || !portal.success) throw unreadable("content/portal.yaml", portal.error);
  const sites = new Map<string, Site>();
  for (const id of portal.data.sites) {
    const path = settingsFile(id);
    const site = siteSchema.safeParse(parse((await read(path)) ?? ""));
    if (!site.success) throw unreadable(path, site.error);
    sites.set(id, site.data);
  }
  const hasFolder = async (id: string) => (await read(settingsFile(id))) !== undefined;
  return { text, portal: portal.data, sites, hasFolder };
}

/** Where a site's settings lie. */
export const settingsFile = (id: string): string => `content/sites/${id}/site.yaml`;

function unreadable(path: string, cause: unknown): Problem {
  return new Problem(`${path} is missing or cannot be read.`, {
    remedy: `Put it right first: git log -- ${path}`,
    cause,
  });
}
