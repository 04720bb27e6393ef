/** Where readers find a published piece on one host. */
export interface LiveLink {
  /** The host as people call it: «Máy chủ chính». */
  host: string;
  url: string;
}

/** What a comment about a publication carries, so that it is found again. */
export const liveMarker = "<!-- cong:live";

const hostLabels: Record<string, string> = { primary: "Máy chủ chính", standby: "Máy chủ dự phòng" };

/** A host's name as people call it. */
export const hostLabel = (name: string): string => hostLabels[name] ?? name;

/** The comment that tells an author where readers find their work. */
export function liveComment(links: readonly LiveLink[]): string {
  const lines = links.map(({ host, url }) => `- ${host}: ${url}`);
  return ["**Đã đăng.** Người đọc xem được tại:", ...lines, `${liveMarker} -->`].join("\n");
}

/** Reads the live links back; undefined for any other comment. */
export function readLiveComment(body: string): LiveLink[] | undefined {
  if (!body.includes(liveMarker)) return undefined;
  return [...body.matchAll(/^- ([^:\n]+): (https?:\/\/\S+)$/gm)].map(([, host = "", url = ""]) => ({
    host,
    url,
  }));
}
