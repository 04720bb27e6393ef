import { useEffect, useRef, useState } from "preact/hooks";
import type { Portal } from "../../../src/content-model/portal.ts";
import { loadPortal } from "../../shared/submission.ts";
import { useDesk } from "../desk.ts";
import type { QueueTab } from "../route.ts";
import { wordsOf } from "../../shared/github.ts";
import { loadQueue, QueueMemory, type QueueItem } from "./load-queue.ts";

const interval = 15_000;

/** The queue, as fresh as a quarter of a minute while the page is seen. `fresh` changes when everything is to be asked anew. */
export function useQueue(
  tab: QueueTab,
  fresh: string,
): { items: QueueItem[] | undefined; portal: Portal | undefined; failure: string } {
  const { github, settings } = useDesk();
  const memory = useRef(new QueueMemory());
  const [items, setItems] = useState<QueueItem[]>();
  const [portal, setPortal] = useState<Portal>();
  const [failure, setFailure] = useState("");
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") {
        try {
          const [found, rights] = await Promise.all([
            loadQueue(github, settings, tab, memory.current),
            loadPortal(github),
          ]);
          if (stopped) return;
          setItems(found);
          setPortal(rights);
          setFailure("");
        } catch (error) {
          if (stopped) return;
          setFailure(wordsOf(error));
        }
      }
      timer = setTimeout(() => void ask(), interval);
    };
    const now = () => void ask();
    now();
    document.addEventListener("visibilitychange", now);
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", now);
    };
  }, [github, settings, tab, fresh]);
  return { items, portal, failure };
}
