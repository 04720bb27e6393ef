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
  { page: "queue"; tab: QueueTab; filter: QueueFilter } | { page: "submission"; number: number };

const names = { site: "trang", what: "loai", author: "nguoi", text: "tim" } as const;

/** Reads the page from the address after `#`; whatever is none of ours is the queue. */
export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const number = Number(/^bai\/(\d+)$/.exec(path)?.[1]);
  if (number) return { page: "submission", number };
  const tab = queueTabs.find((one) => one === path) ?? "cho-duyet";
  return { page: "queue", tab, filter: readFilter(new URLSearchParams(query)) };
}

function readFilter(query: URLSearchParams): QueueFilter {
  const given = Object.entries(names).map(([key, name]) => [key, query.get(name)] as const);
  return Object.fromEntries(given.filter(([, value]) => value));
}

/** The address of a page, to be put into a link. */
export function addressOf(route: Route): string {
  if (route.page === "submission") return `#/bai/${String(route.number)}`;
  const tab = route.tab === "cho-duyet" ? "" : route.tab;
  const given = Object.entries(names).flatMap(([key, name]) => {
    const value = route.filter[key as keyof QueueFilter];
    return value ? [[name, value]] : [];
  });
  return `#/${tab}${given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ""}`;
}
