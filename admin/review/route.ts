import { searchWishSchema, type SearchWish } from "../../src/editorial/desk-answers.ts";
import { queueTabs, type QueueTab } from "../../src/editorial/queue-item.ts";

/** What a list is narrowed to; everything that is left out narrows nothing. */
export interface QueueFilter {
  /** The id of a site. */
  site?: string | undefined;
  /** A kind of entry, or `muc:` and the id of a section. */
  what?: string | undefined;
  /** A login; `toi` is whoever looks. */
  author?: string | undefined;
  /** Words of the title. */
  text?: string | undefined;
}

/** Stands for whoever looks, where an author is asked for. */
export const myself = "toi";

/** What the review page shows. */
export type Route =
  | { page: "queue"; tab: QueueTab; filter: QueueFilter }
  | { page: "search"; wish: SearchWish }
  | { page: "take-down" }
  | { page: "imports" }
  | { page: "opinions"; draft?: string }
  | { page: "submission"; number: number };

const takeDownPath = "go-bai";
const opinionsPath = "gop-y";

const filterNames = { site: "trang", what: "loai", author: "nguoi", text: "tim" } as const;
const wishNames = {
  text: "tim",
  site: "trang",
  kind: "loai",
  section: "muc",
  state: "tinh-trang",
  author: "nguoi",
  since: "tu",
  until: "den",
} as const;

/** Reads the page from the address after `#`; whatever is none of ours is the queue. */
export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const number = Number(/^bai\/(\d+)$/.exec(path)?.[1]);
  if (number) return { page: "submission", number };
  if (path === takeDownPath) return { page: "take-down" };
  const given = new URLSearchParams(query);
  if (path === "tim-bai") {
    return { page: "search", wish: searchWishSchema.parse(valuesOf(wishNames, given)) };
  }
  if (path === "nhap-van-ban") return { page: "imports" };
  if (path === opinionsPath) return { page: "opinions" };
  const [, draft] = /^gop-y\/([a-z0-9-]+\/\d{4}\/[a-z0-9-]+)$/.exec(path) ?? [];
  if (draft) return { page: "opinions", draft };
  const tab = queueTabs.find((one) => one === path) ?? "cho-duyet";
  return { page: "queue", tab, filter: valuesOf(filterNames, given) };
}

/** The address of a page, to be put into a link. */
export function addressOf(route: Route): string {
  if (route.page === "submission") return `#/bai/${String(route.number)}`;
  if (route.page === "take-down") return `#/${takeDownPath}`;
  if (route.page === "imports") return "#/nhap-van-ban";
  if (route.page === "opinions")
    return `#/${opinionsPath}${route.draft === undefined ? "" : `/${route.draft}`}`;
  if (route.page === "search") return `#/tim-bai${queryOf(wishNames, route.wish)}`;
  return `#/${route.tab === "cho-duyet" ? "" : route.tab}${queryOf(filterNames, route.filter)}`;
}

function valuesOf<Key extends string>(
  names: Record<Key, string>,
  query: URLSearchParams,
): Partial<Record<Key, string>> {
  const given = Object.entries<string>(names).map(([key, name]) => [key, query.get(name)] as const);
  return Object.fromEntries(given.filter(([, value]) => value)) as Partial<Record<Key, string>>;
}

function queryOf<Key extends string>(
  names: Record<Key, string>,
  values: Partial<Record<Key, string | undefined>>,
): string {
  const given = (Object.keys(names) as Key[]).flatMap((key) => {
    const value = values[key];
    return value ? [[names[key], value]] : [];
  });
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : "";
}
