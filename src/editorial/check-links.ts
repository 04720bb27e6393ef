import { mediaFile } from "../content-model/content-path.ts";
import { entryFolder, entryKindNames, entryKinds } from "../content-model/entry-kinds.ts";
import { gonePaths, siteAddresses } from "../content-store/addresses.ts";
import type { Content, SiteContent } from "../content-store/content.ts";
import { readEntry } from "./changes.ts";
import type { ElsewhereLink } from "./elsewhere-links.ts";
import type { Finding } from "./finding.ts";

/** A link of an entry: where it is written, where it leads. */
interface Link {
  text: string;
  address: string;
}

/** Where links are looked up: in the tree, and where that does not tell, among all addresses of a site. */
interface Around {
  content: Content;
  read: (path: string) => Promise<Buffer | undefined>;
  /** Hears of each site whose addresses were all looked through. */
  lookedThrough?: (site: string) => void;
}

/** Links of an entry to pages and files of the portal itself, as they would be after the merge: broken ones block, withdrawn ones are advice. */
export async function checkLinks(
  file: string,
  site: string,
  body: string,
  around: Around,
): Promise<Finding[]> {
  const { content } = around;
  const byDomain = new Map([...content.sites.values()].map((one) => [one.settings.domain, one]));
  const home = content.sites.get(site);
  const findings = await Promise.all(
    linksIn(body).map(async ({ text, address }): Promise<Finding[]> => {
      const url = URL.parse(address, `https://${home?.settings.domain ?? "site.invalid"}/`);
      const own = url && /^https?:$/.test(url.protocol) ? byDomain.get(url.hostname) : undefined;
      if (!url || !own) return [];
      const state = await stateOf(decoded(url.pathname), own, around);
      if (state === "shown") return [];
      const at = own.id === site ? url.pathname : `${url.hostname}${url.pathname}`;
      return [{ file, field: "body", label: "Nội dung", ...faults[state](text, at) }];
    }),
  );
  return findings.flat();
}

/** The links of an entry that lead to somebody else's site. */
export function elsewhereLinks(file: string, body: string, content: Content): ElsewhereLink[] {
  const own = new Set([...content.sites.values()].map((one) => one.settings.domain));
  return linksIn(body).flatMap(({ text, address }) => {
    const url = /^https?:/i.test(address) ? URL.parse(address) : null;
    return url && !own.has(url.hostname) ? [{ file, text, url: url.href }] : [];
  });
}

type State = "shown" | "gone" | "missing";

const faults: Record<
  Exclude<State, "shown">,
  (text: string, at: string) => Pick<Finding, "level" | "message" | "remedy">
> = {
  missing: (text, at) => ({
    level: "block",
    message: `Liên kết «${text}» dẫn tới ${at}, nơi không có trang hay tệp nào.`,
    remedy: "Mở trang cần dẫn tới, chép lại địa chỉ của trang; hoặc bỏ liên kết.",
  }),
  gone: (text, at) => ({
    level: "advise",
    message: `Liên kết «${text}» dẫn tới ${at}, bài đã gỡ hoặc hết hạn.`,
    remedy: "Dẫn tới bài khác, hoặc bỏ liên kết.",
  }),
};

/** Most links lead to entries and files, which the tree itself can be asked for; all addresses are laid out for the rest alone. */
async function stateOf(
  path: string,
  site: SiteContent,
  { read, lookedThrough }: Pick<Around, "read" | "lookedThrough">,
): Promise<State> {
  if (path.startsWith("/media/"))
    return (await read(mediaFile(site.id, path.normalize("NFC")))) ? "shown" : "missing";
  for (const file of entryFilesAt(path, site.id)) {
    const text = (await read(file))?.toString("utf8");
    if (text === undefined) continue;
    const { withdrawn, expireAt } = readEntry(text).data;
    if (withdrawn !== true && expireAt === undefined) return "shown";
    return gonePaths(site).includes(path) ? "gone" : "shown";
  }
  lookedThrough?.(site.id);
  if (gonePaths(site).includes(path)) return "gone";
  return siteAddresses(site).some((one) => one.path === path) ? "shown" : "missing";
}

/** The files that an address may be the page of. */
function entryFilesAt(path: string, site: string): string[] {
  return entryKindNames.flatMap((kind) => {
    const { at, yearly } = entryKinds[kind];
    if (at === undefined || !path.startsWith(`${at}/`)) return [];
    const [first = "", second, ...rest] = path.slice(at.length + 1).split("/");
    const [year, slug] = yearly ? [first, second] : [undefined, first];
    if (!slug || rest.length > 0 || (!yearly && second !== undefined)) return [];
    if (year !== undefined && !/^\d{4}$/.test(year)) return [];
    return [`${entryFolder({ kind, site, ...(year === undefined ? {} : { year }) })}/${slug}.md`];
  });
}

/** The links of a text, as Markdown and as HTML. Those without a place to lead to are told of elsewhere. */
export function linksIn(body: string): Link[] {
  const text = body.replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`/g, "");
  const links = [
    ...[...text.matchAll(/(?<!!)\[([^[\]]*)\]\(\s*<?([^()\s<>]+)/g)].map(([, words = "", address = ""]) => ({
      text: words,
      address,
    })),
    ...[...text.matchAll(/<a\s[^<>]*?href=["']([^"'<>\s]+)["'][^<>]*>([^<]*)/gi)].map(
      ([, address = "", words = ""]) => ({
        text: words,
        address,
      }),
    ),
  ];
  return links.filter(({ address }) => !/^(?:#|mailto:|tel:)/i.test(address));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
