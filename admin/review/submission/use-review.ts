import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Portal } from "../../../src/content-model/portal.ts";
import { loadPortal, loadSubmission, type Submission } from "../../shared/submission.ts";
import { wordsOf } from "../../shared/github.ts";
import { useDesk } from "../desk.ts";

const quick = 2_000;
const calm = 15_000;

/** One submission under review. */
export interface UnderReview {
  submission: Submission | undefined;
  portal: Portal | undefined;
  failure: string;
  /** Asks again now; resolves when the answer is shown. */
  refresh: () => Promise<void>;
}

/** Follows a submission: quickly while checks or a publication run, calmly otherwise, not at all out of sight. */
export function useReview(number: number, fresh: string): UnderReview {
  const { github } = useDesk();
  const [submission, setSubmission] = useState<Submission>();
  const [portal, setPortal] = useState<Portal>();
  const [failure, setFailure] = useState("");
  const known = useRef<Submission>(undefined);

  const look = useCallback(async () => {
    try {
      const [found, rights] = await Promise.all([
        loadSubmission(github, number, known.current),
        loadPortal(github),
      ]);
      known.current = found;
      setSubmission(found);
      setPortal(rights);
      setFailure("");
    } catch (error) {
      setFailure(wordsOf(error));
    }
  }, [github, number]);
  const refresh = useRepeated(look, () => (isMoving(known.current) ? quick : calm), fresh);

  return { submission, portal, failure, refresh };
}

/** Does `look` now and again after `pause` milliseconds, while the page is seen. What it returns does it at once and starts the pause anew. */
function useRepeated(look: () => Promise<void>, pause: () => number, fresh: string): () => Promise<void> {
  const now = useRef(look);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") await look();
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(() => void ask(), pause());
    };
    const wake = () => void ask();
    now.current = ask;
    wake();
    document.addEventListener("visibilitychange", wake);
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [look, fresh]);
  return useCallback(() => now.current(), []);
}

function isMoving(submission: Submission | undefined): boolean {
  if (!submission) return false;
  const { state, check, publication } = submission.view;
  if (state === "merged") return publication === undefined || publication.state === "pending";
  return state === "open" && (check === undefined || check.state === "pending");
}
