import { useEffect, useRef, useState } from "preact/hooks";
import type { Portal } from "../../../src/content-model/portal.ts";
import type { DeskQueue } from "../../../src/editorial/desk-answers.ts";
import type { QueueTab } from "../../../src/editorial/queue-item.ts";
import { wordsOf } from "../../shared/github.ts";
import { loadPortal } from "../../shared/submission.ts";
import { useDesk } from "../desk.ts";
import { queueFromForge, QueueMemory } from "./queue-from-forge.ts";

const interval = 15_000;

/** The queue, as fresh as a quarter of a minute while the page is seen. `fresh` changes when everything is to be asked anew. */
export function useQueue(
  tab: QueueTab,
  fresh: string,
): { queue: DeskQueue | undefined; portal: Portal | undefined; failure: string; now: Date } {
  const { github, newsroom } = useDesk();
  const memory = useRef(new QueueMemory());
  const [queue, setQueue] = useState<DeskQueue>();
  const [portal, setPortal] = useState<Portal>();
  const [failure, setFailure] = useState("");
  const [now, setNow] = useState(() => new Date());
  // The newsroom answers about every list at once: going to another one asks nothing.
  const asked = newsroom ? "all" : tab;
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") {
        try {
          const [found, rights] = await Promise.all([
            newsroom ? newsroom.queue() : queueFromForge(github, tab, memory.current),
            loadPortal(github),
          ]);
          if (stopped) return;
          setQueue(found);
          setPortal(rights);
          setNow(new Date());
          setFailure("");
        } catch (error) {
          if (stopped) return;
          setFailure(wordsOf(error));
        }
      }
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), interval);
    };
    const wake = () => void ask();
    wake();
    document.addEventListener("visibilitychange", wake);
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [github, newsroom, asked, fresh]);
  return { queue, portal, failure, now };
}
