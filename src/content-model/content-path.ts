/** What a path of the repository holds. `code` is everything that is not content. */
export type ContentPath =
  | { kind: "news"; site: string; year: string; slug: string }
  | { kind: "page"; site: string; slug: string }
  | { kind: "ad"; site: string; slug: string }
  | { kind: "media"; site: string; name: string }
  | { kind: "site"; site: string }
  | { kind: "portal" }
  | { kind: "other-content" }
  | { kind: "code" };

/** Paths by who approves them: editors' content by the approver who answers for it, the rest by an operator. */
export type PathClass = "content" | "protected" | "code";

const entryPath = /^content\/sites\/([a-z0-9-]+)\/(?:(news)\/(\d{4})|(pages)|(ads))\/([^/]+)\.md$/;
const mediaPath = /^content\/sites\/([a-z0-9-]+)\/media\/(.+)$/;
const sitePath = /^content\/sites\/([a-z0-9-]+)\/site\.yaml$/;

/** Reads what a repository path holds from its name alone. */
export function readContentPath(path: string): ContentPath {
  if (path === "content/portal.yaml") return { kind: "portal" };
  const [, entrySite, news, year, pages, , slug] = entryPath.exec(path) ?? [];
  if (entrySite && slug) {
    if (news && year) return { kind: "news", site: entrySite, year, slug };
    return pages ? { kind: "page", site: entrySite, slug } : { kind: "ad", site: entrySite, slug };
  }
  const [, mediaSite, name] = mediaPath.exec(path) ?? [];
  if (mediaSite && name) return { kind: "media", site: mediaSite, name };
  const [, site] = sitePath.exec(path) ?? [];
  if (site) return { kind: "site", site };
  return { kind: path.startsWith("content/") ? "other-content" : "code" };
}

export function classOf(path: string): PathClass {
  const { kind } = readContentPath(path);
  if (kind === "code") return "code";
  return kind === "portal" || kind === "site" || kind === "other-content" ? "protected" : "content";
}

/** Where an article lies and where readers find it. */
export const newsFile = (site: string, year: string, slug: string) =>
  `content/sites/${site}/news/${year}/${slug}.md`;
export const newsAddress = (year: string, slug: string) => `/tin-tuc/${year}/${slug}`;

/** The repository path of a picture named by its public address (`/media/…`). */
export const mediaFile = (site: string, address: string) => `content/sites/${site}${address}`;
