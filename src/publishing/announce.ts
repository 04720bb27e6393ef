import { newsAddress, pageOfFile } from "../content-model/content-path.ts";
import type { Content } from "../content-store/content.ts";
import { goneKindPaths } from "../content-store/kind-pages.ts";
import type { ForgeClient, Status } from "../editorial/forge-client.ts";
import { hostLabel, liveComment, liveMarker, type LiveLink } from "../editorial/live-comment.ts";
import { statusContext } from "../editorial/status-context.ts";
import { clockAndDay } from "../foundation/vietnam-time.ts";
import type { Repository } from "../git/repository.ts";
import type { Host } from "./deploy-release.ts";

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
  /** Undefined: nobody is told now; whoever follows the forge does it later. */
  forge: ForgeClient | undefined;
  untold: (submission: number, error: unknown) => void;
  /** Hears where readers find a submission, or will from `due` on. */
  live?: (submission: LiveSubmission) => void;
}

/** A submission whose pages are on the hosts. */
export interface LiveSubmission {
  number: number;
  /** The merge commit. */
  commit: string;
  links: LiveLink[];
  /** When readers will see it, if they do not yet (ISO 8601). */
  due: string | undefined;
  /** It took its pages from readers. */
  withdrawn: boolean;
}

/** Tells the forge how far the publication of these submissions is. */
export async function announceState(
  announcer: Announcer,
  merged: readonly MergedSubmission[],
  status: Omit<Status, "context">,
): Promise<void> {
  await tellEach(announcer, merged, (forge, { commit }) =>
    forge.setStatus(commit, { context: statusContext.publication, ...status }),
  );
}

/** Tells the authors where readers find their work: the live links in the pull request and on the merge commit. */
export async function announceLive(
  announcer: Announcer,
  merged: readonly MergedSubmission[],
  hosts: readonly Host[],
  content: Content,
): Promise<void> {
  await tellEach(announcer, merged, async (forge, { number, commit, pages }) => {
    const links = liveLinks(pages, hosts);
    const moment = dueMoment(pages, content);
    const due = moment === undefined ? undefined : clockAndDay(moment);
    announcer.live?.({ number, commit, links, due: moment, withdrawn: isWithdrawn(pages, content) });
    await forge.setStatus(commit, {
      context: statusContext.publication,
      state: "success",
      description: due === undefined ? "Đã đăng trên tất cả máy chủ" : `Đã duyệt, tự hiện lúc ${due}`,
      targetUrl: links[0]?.url,
    });
    await forge.keepComment(number, liveMarker, liveComment(links, due));
  });
}

/** When readers will see what was merged, if they do not yet. */
function dueMoment(pages: MergedSubmission["pages"], { sites }: Content): string | undefined {
  for (const { site, path } of pages) {
    const scheduled = sites.get(site)?.scheduled ?? [];
    const due = scheduled.find(({ year, slug }) => newsAddress(year, slug) === path)?.data.publishAt;
    if (due !== undefined) return due;
  }
  return undefined;
}

/** Whether none of the pages can be read any more: they were withdrawn, or have expired. */
function isWithdrawn(pages: MergedSubmission["pages"], { sites }: Content): boolean {
  return (
    pages.length > 0 &&
    pages.every(({ site: id, path }) => {
      const site = sites.get(id);
      if (!site) return false;
      return (
        site.gone.some(({ year, slug }) => newsAddress(year, slug) === path) ||
        goneKindPaths(site).includes(path)
      );
    })
  );
}

async function tellEach(
  { forge, untold }: Announcer,
  merged: readonly MergedSubmission[],
  tell: (forge: ForgeClient, submission: MergedSubmission) => Promise<void>,
): Promise<void> {
  if (!forge) return;
  for (const submission of merged) {
    try {
      await tell(forge, submission);
    } catch (error) {
      untold(submission.number, error);
    }
  }
}

function liveLinks(pages: MergedSubmission["pages"], hosts: readonly Host[]): LiveLink[] {
  return pages.flatMap(({ site, path }) =>
    hosts.flatMap((host) => {
      const origin = host.origins?.get(site);
      return origin ? [{ host: hostLabel(host.name), url: origin + path }] : [];
    }),
  );
}

function pageOf(file: string): MergedSubmission["pages"] {
  const page = pageOfFile(file);
  return page ? [page] : [];
}
