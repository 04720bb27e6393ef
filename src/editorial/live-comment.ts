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

/** The comment that tells an author where readers find their work, from `due` on if that is still to come. */
export function liveComment(links: readonly LiveLink[], due?: string): string {
  const lines = links.map(({ host, url }) => `- ${host}: ${url}`);
  const heading =
    due === undefined
      ? "**Đã đăng.** Người đọc xem được tại:"
      : `**Đã duyệt, hẹn đăng.** Bài tự hiện lúc ${due} tại:`;
  return [heading, ...lines, `${liveMarker} -->`].join("\n");
}

/** Reads the live links back; undefined for any other comment. */
export function readLiveComment(body: string): LiveLink[] | undefined {
  if (!body.includes(liveMarker)) return undefined;
  return [...body.matchAll(/^- ([^:\n]+): (https?:\/\/\S+)$/gm)].map(([, host = "", url = ""]) => ({
    host,
    url,
  }));
}
