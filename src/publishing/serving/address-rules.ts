import { assetFolders } from "../response-headers.ts";

/**
 * How an address leads to a file: patterns that JavaScript and nginx (PCRE) read alike. "Raw" patterns look at the path as
 * it was sent, without its query; the others at the decoded path. All ignore case.
 */
export const addressRules = {
  /** No address of a portal is longer, in bytes as sent. */
  longestPath: 1024,
  /**
   * Raw. What no reader's browser sends: malformed percent signs, control characters, backslashes, hidden slashes, empty
   * segments, and segments that begin with a dot (dotfiles, `..`). Refused before anything is looked up.
   */
  malformed:
    "[^\\x21-\\x7e]|[\\\\#]|%(?![0-9a-f][0-9a-f])|%(?:[01][0-9a-f]|7f|5c|2f)|/(?:\\.|%2e)|//|^[^/]|^$",
  /**
   * Files that tell the host how to answer another address, compressed twins and the page for what is missing: they have no
   * address of their own.
   */
  hidden: "(?:\\.(?:410|301|br|gz)|^/404)(?:\\.html)?/*$",
  /**
   * Raw. Other spellings of a page's one address (trailing slash, `.html`, `index`); the group is the address without its
   * first slash.
   */
  otherSpelling: `^/(?!(?:${assetFolders.join("|")})/)(?:index(?:\\.html)?/?|([^?]+?)(?:/index(?:\\.html)?/?|\\.html/?|/))`,
  /** A spelling of `.html` that is left after the rule above is a disguised one. */
  disguised: "\\.html$",
  /** A file under its own name; every other address is that of a page. */
  withExtension: "\\.[a-z0-9]+$",
  /** Files whose names change with their bytes. */
  asset: `^/(?:${assetFolders.join("|")})/`,
} as const;

/** Tells the release of a host; outside of the release's root and never the same twice. */
export const versionPath = "/phien-ban.json";

/** What stands beside where a page would be: `a/b.410.html` answers `/a/b` as withdrawn, `a/b.301` sends it elsewhere. */
export const markers = { gone: ".410.html", moved: ".301" } as const;

/** What an address asks for, before anything is looked up. */
export type Asked =
  | { kind: "malformed" }
  | { kind: "elsewhere"; location: string }
  /** Nothing can be there. */
  | { kind: "nowhere" }
  /** `file` is the path below the site's folder, the folder of assets, or the release (for `/phien-ban.json`). */
  | { kind: "file"; from: "site" | "assets" | "release"; path: string; file: string };

const pattern = (source: string) => new RegExp(source, "i");
const malformed = pattern(addressRules.malformed);
const hidden = pattern(addressRules.hidden);
const otherSpelling = pattern(`${addressRules.otherSpelling}$`);
const disguised = pattern(addressRules.disguised);
const withExtension = pattern(addressRules.withExtension);
const asset = pattern(addressRules.asset);

/** Reads the target of a request, as it was sent. */
export function readAddress(target: string): Asked {
  const local = target.replace(/^https?:\/\/[^/?#]*/i, "");
  const end = local.indexOf("?");
  const raw = end < 0 ? local : local.slice(0, end);
  if (raw.length > addressRules.longestPath || malformed.test(raw)) return { kind: "malformed" };
  const query = end < 0 || end === local.length - 1 ? "" : local.slice(end);
  const path = decoded(raw);
  if (path === undefined || hidden.test(path)) return { kind: "nowhere" };
  const spelling = otherSpelling.exec(raw);
  if (spelling) return { kind: "elsewhere", location: `/${spelling[1] ?? ""}${query}` };
  if (disguised.test(path)) return { kind: "nowhere" };
  if (asset.test(path)) return { kind: "file", from: "assets", path, file: path };
  if (path === versionPath) return { kind: "file", from: "release", path, file: path };
  return { kind: "file", from: "site", path, file: fileOf(path) };
}

function fileOf(path: string): string {
  if (path === "/") return "/index.html";
  return withExtension.test(path) ? path : `${path}.html`;
}

/** Undefined for bytes that are not UTF-8: no file has such a name. */
function decoded(raw: string): string | undefined {
  if (!raw.includes("%")) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}
