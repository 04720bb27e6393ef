import { useEffect, useState } from "preact/hooks";
import type { Portal } from "../../../src/content-model/portal.ts";
import { branchOfEntry, type EntryPlace } from "../../../src/editorial/collection-name.ts";
import type { Github } from "../../shared/github.ts";
import { loadPortal, loadSubmission, type Submission } from "../../shared/submission.ts";
import { forgeWritten } from "../requests.ts";

/** The submission of an entry: `undefined` while unknown, "none" where nothing of the entry is under way. */
export type Known = { submission: Submission; portal: Portal } | "none" | undefined;

const quick = 3_000;
const calm = 20_000;

/** Follows the submission of an entry: at once after each write, quickly while something runs, calmly otherwise, not at all out of sight. */
export function useSubmission(github: Github, entry: EntryPlace): Known {
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current: Known;
    const ask = async () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") {
        // A failed look changes nothing that is shown; the next one is soon.
        current = await look(github, entry, current).catch(() => current);
        if (stopped) return;
        setKnown(current);
      }
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), isMoving(current) ? quick : calm);
    };
    const now = () => void ask();
    now();
    window.addEventListener(forgeWritten, now);
    document.addEventListener("visibilitychange", now);
    return () => {
      stopped = true;
      clearTimeout(timer);
      window.removeEventListener(forgeWritten, now);
      document.removeEventListener("visibilitychange", now);
    };
  }, [github, entry.collection, entry.slug]);
  return known;
}

async function look(github: Github, entry: EntryPlace, known: Known): Promise<Known> {
  const [latest] = await github.pullsOfBranch(branchOfEntry(entry));
  if (!latest || (latest.state === "closed" && !latest.merged_at)) return "none";
  const before = typeof known === "object" ? known : undefined;
  const previous = before?.submission.pull.number === latest.number ? before.submission : undefined;
  const submission = await loadSubmission(github, latest.number, previous);
  if (before && submission === previous) return before;
  return { submission, portal: before?.portal ?? (await loadPortal(github)) };
}

/** Whether checks or a publication run, so that something new is near. */
function isMoving(known: Known): boolean {
  if (typeof known !== "object") return false;
  const { state, check, publication } = known.submission.view;
  if (state === "merged") return publication?.state !== "success" && publication?.state !== "failure";
  return check === undefined || check.state === "pending";
}
