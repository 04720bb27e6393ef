import { newsAddress, readContentPath } from "../content-model/content-path.ts";
import type { ForgeClient, Status } from "../editorial/forge-client.ts";
import { hostLabel, liveComment, liveMarker, type LiveLink } from "../editorial/live-comment.ts";
import { statusContext } from "../editorial/status-context.ts";
import type { Repository } from "../git/repository.ts";
import type { PublicHost } from "./verify.ts";

/** A submission that main took, and what of it readers can open. */
export interface MergedSubmission {
  number: number;
  /** The merge commit. */
  commit: string;
  pages: { site: string; path: string }[];
}

/** The submissions merged into main after `since` (all, if it is undefined) up to `commit`, oldest first. */
export async function mergedSince(
  repository: Repository,
  since: string | undefined,
  commit: string,
): Promise<MergedSubmission[]> {
  const merges = await repository.log(commit, {
    ...(since ? { not: since } : { limit: 50 }),
    firstParent: true,
    merges: "only",
  });
  const found = await Promise.all(
    merges.reverse().map(async ({ oid, parents, message }) => {
      const number = Number(/^Submission: #(\d+)$/m.exec(message)?.[1]);
      const [before] = parents;
      if (!number || !before) return [];
      const files = await repository.changedFiles(before, oid, { renames: false });
      return [{ number, commit: oid, pages: files.flatMap(({ path }) => pageOf(path)) }];
    }),
  );
  return found.flat();
}

/** Where authors are told, and who hears of it when that fails: one author who cannot be told keeps nobody else waiting. */
export interface Announcer {
  forge: ForgeClient;
  untold: (submission: number, error: unknown) => void;
}

/** Tells the forge how far the publication of these submissions is. */
export async function announceState(
  announcer: Announcer,
  merged: readonly MergedSubmission[],
  status: Omit<Status, "context">,
): Promise<void> {
  await tellEach(announcer, merged, ({ commit }) =>
    announcer.forge.setStatus(commit, { context: statusContext.publication, ...status }),
  );
}

/** Tells the authors where readers find their work: the live links in the pull request and on the merge commit. */
export async function announceLive(
  announcer: Announcer,
  merged: readonly MergedSubmission[],
  hosts: readonly PublicHost[],
): Promise<void> {
  await tellEach(announcer, merged, async ({ number, commit, pages }) => {
    const links = liveLinks(pages, hosts);
    await announcer.forge.setStatus(commit, {
      context: statusContext.publication,
      state: "success",
      description: "Đã đăng trên tất cả máy chủ",
      targetUrl: links[0]?.url,
    });
    await announcer.forge.keepComment(number, liveMarker, liveComment(links));
  });
}

async function tellEach(
  { untold }: Announcer,
  merged: readonly MergedSubmission[],
  tell: (submission: MergedSubmission) => Promise<void>,
): Promise<void> {
  for (const submission of merged) {
    try {
      await tell(submission);
    } catch (error) {
      untold(submission.number, error);
    }
  }
}

function liveLinks(pages: MergedSubmission["pages"], hosts: readonly PublicHost[]): LiveLink[] {
  return pages.flatMap(({ site, path }) =>
    hosts.flatMap((host) => {
      const origin = host.origins.get(site);
      return origin ? [{ host: hostLabel(host.name), url: origin + path }] : [];
    }),
  );
}

function pageOf(file: string): MergedSubmission["pages"] {
  const place = readContentPath(file);
  if (place.kind === "news") return [{ site: place.site, path: newsAddress(place.year, place.slug) }];
  if (place.kind === "page") return [{ site: place.site, path: `/${place.slug}` }];
  return [];
}
