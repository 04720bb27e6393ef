/** The lists of the queue, as they stand in the address. */
export const queueTabs = ["cho-duyet", "cho-dang", "dang-soan", "tra-lai", "da-dang"] as const;
export type QueueTab = (typeof queueTabs)[number];

/** What the review page shows. */
export type Route =
  { page: "queue"; tab: QueueTab; site: string | undefined } | { page: "submission"; number: number };

/** Reads the page from the address after `#`; whatever is none of ours is the queue. */
export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const number = Number(/^bai\/(\d+)$/.exec(path)?.[1]);
  if (number) return { page: "submission", number };
  const tab = queueTabs.find((one) => one === path) ?? "cho-duyet";
  return { page: "queue", tab, site: new URLSearchParams(query).get("trang") ?? undefined };
}

/** The address of a page, to be put into a link. */
export function addressOf(route: Route): string {
  if (route.page === "submission") return `#/bai/${String(route.number)}`;
  const tab = route.tab === "cho-duyet" ? "" : route.tab;
  return `#/${tab}${route.site ? `?trang=${encodeURIComponent(route.site)}` : ""}`;
}
