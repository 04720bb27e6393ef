import { describeProblem } from "../../foundation/problem.ts";
import { systemClock, type Clock } from "../../foundation/clock.ts";
import { sideBySide } from "../../foundation/side-by-side.ts";
import { createMirrorRepository } from "../../git/create-mirror-repository.ts";
import type { Ref } from "../../git/refs.ts";
import { pushRefs, remoteRefs } from "../../git/remote.ts";
import type { Repository } from "../../git/repository.ts";
import { besideOf, isSettled, missingOn } from "./mirror-refs.ts";
import { isLocal, withoutSecrets, type Mirror } from "./mirror.ts";

/** How a mirror stands after a synchronisation. */
export interface MirrorState {
  name: string;
  /** All branches and tags are there, read back from the mirror itself. */
  ok: boolean;
  /** Seconds since everything saved was last known to be there; 0 when it is. */
  lag: number;
  /** Names of branches and tags that are not there. */
  missing: string[];
  /** Of these, main or tags for which the mirror holds another history: one of the two sides was rewritten. */
  rewritten: string[];
  /** Why not, free of secrets. */
  problem?: string;
}

/** When each mirror was last complete (or first tried, until it is), by name, in milliseconds: kept from one call to the next. */
export type LastComplete = Map<string, number>;

/**
 * Pushes every branch and tag to every mirror, never by force, and reads back what is there. A mirror that fails keeps
 * none of the others waiting; nothing is thrown.
 */
export async function syncMirrors(
  repository: Pick<Repository, "dir" | "refs">,
  mirrors: readonly Mirror[],
  options: { lastComplete?: LastComplete; clock?: Clock; push?: boolean } = {},
): Promise<MirrorState[]> {
  const { lastComplete = new Map(), clock = systemClock, push = true } = options;
  const begun = clock().getTime();
  const refs = await mirroredRefs(repository);
  return sideBySide(mirrors, 4, async (mirror) => {
    const outcome = await syncMirror(repository.dir, mirror, refs, push).catch((error: unknown) => ({
      missing: refs.map(({ name }) => name),
      rewritten: [],
      problem: withoutSecrets(describeProblem(error), mirror),
    }));
    const ok = outcome.missing.length === 0;
    // What was saved while this ran may not be there: it counts from the beginning.
    if (ok || !lastComplete.has(mirror.name)) lastComplete.set(mirror.name, begun);
    const lag = ok ? 0 : (clock().getTime() - (lastComplete.get(mirror.name) ?? begun)) / 1000;
    return { name: mirror.name, ok, lag, ...outcome };
  });
}

async function syncMirror(
  dir: string,
  mirror: Mirror,
  refs: readonly Ref[],
  push: boolean,
): Promise<Pick<MirrorState, "missing" | "rewritten" | "problem">> {
  if (push && isLocal(mirror)) await createMirrorRepository(mirror.url);
  const wanted = missingOn(await remoteRefs(dir, mirror), refs);
  if (wanted.length === 0) return { missing: [], rewritten: [] };
  if (!push) return { missing: wanted.map(({ name }) => name), rewritten: [] };
  const rejected = await pushRefs(dir, mirror, wanted);
  const refused = rejected.length > 0 ? await pushRefs(dir, mirror, rejected.map(besideOf)) : [];
  const missing = missingOn(await remoteRefs(dir, mirror), refs);
  if (missing.length === 0) return { missing: [], rewritten: [] };
  const reasons = [...rejected, ...refused].map(({ name, reason }) => `${name}: ${reason}`);
  return {
    missing: missing.map(({ name }) => name),
    rewritten: rejected
      .filter(
        ({ name, reason }) => isSettled(name) && /non-fast-forward|fetch first|already exists/.test(reason),
      )
      .map(({ name }) => name),
    problem: withoutSecrets(reasons.join("; ") || "the mirror does not show what it took", mirror),
  };
}

async function mirroredRefs(repository: Pick<Repository, "refs">): Promise<Ref[]> {
  const [branches, tags] = await Promise.all([repository.refs("refs/heads/"), repository.refs("refs/tags/")]);
  return [...branches, ...tags];
}
