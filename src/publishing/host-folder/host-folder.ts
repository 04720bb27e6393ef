import { activate, describe, isWhole, undo } from "./activate.ts";
import { checkLive, type CheckAnswer, type CheckRequest } from "./check.ts";
import { openContext } from "./context.ts";
import { liveSequence, readRelease, sequencesHere, type SignedText } from "./release-files.ts";
import { openStaging, type StageRequest, type Wants } from "./stage.ts";
import { tidy } from "./tidy.ts";

/** How many releases a host keeps unless told otherwise. */
export const keptReleases = 6;

/**
 * A host's folder, driven where it is: in this process for a folder of this machine, at the other end of an SSH connection
 * for another. All it takes and gives is JSON.
 */
export interface HostFolder {
  live: () => Promise<SignedText | undefined>;
  kept: () => Promise<SignedText[]>;
  stage: (request: StageRequest) => Promise<Wants>;
  activate: (sequence: number, version: string) => Promise<void>;
  undo: (sequence: number) => Promise<void>;
  describe: (sequence: number, version: string) => Promise<void>;
  check: (request: CheckRequest) => Promise<CheckAnswer>;
  /** Removes old releases and what they alone used. */
  tidy: () => Promise<void>;
}

export function openHostFolder(folder: string, options: { signersFile: string; keep?: number }): HostFolder {
  const context = openContext(folder, options.signersFile);
  const { layout } = context;
  const staging = openStaging(context);
  /** One step at a time: two releases staged by one process would take each other's arriving files for missing. */
  let last: Promise<unknown> = Promise.resolve();

  async function signedAndWhole(sequence: number): Promise<SignedText | undefined> {
    const signed = readRelease(layout, sequence);
    if (!signed || !isWhole(layout, sequence)) return undefined;
    const head = await context.headOf(signed).catch(() => undefined);
    return head?.sequence === sequence ? signed : undefined;
  }

  return {
    async live() {
      const sequence = liveSequence(layout);
      return sequence === undefined ? undefined : signedAndWhole(sequence);
    },
    async kept() {
      const live = liveSequence(layout) ?? 0;
      const before = sequencesHere(layout).filter((sequence) => sequence <= live);
      const found = await Promise.all(before.map(signedAndWhole));
      return found.filter((signed) => signed !== undefined);
    },
    stage(request) {
      const step = last.then(() => staging(request));
      last = step.catch(() => undefined);
      return step;
    },
    activate: (sequence, version) => activate(context, sequence, version),
    undo: (sequence) => undo(context, sequence),
    describe: (sequence, version) => describe(context, sequence, version),
    check: (request) => checkLive(context, request),
    tidy: () => tidy(context, options.keep ?? keptReleases),
  };
}
