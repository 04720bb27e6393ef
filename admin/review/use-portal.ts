import { useEffect, useState } from "preact/hooks";
import type { Portal } from "../../src/content-model/portal.ts";
import { loadPortal } from "../shared/submission.ts";
import { useDesk } from "./desk.ts";

/** Who may do what, once it is read; undefined until then, and while it cannot be. */
export function usePortal(fresh: string): Portal | undefined {
  const { github } = useDesk();
  const [portal, setPortal] = useState<Portal>();
  useEffect(() => {
    let stopped = false;
    loadPortal(github).then(
      (found) => {
        if (!stopped) setPortal(found);
      },
      () => undefined,
    );
    return () => {
      stopped = true;
    };
  }, [github, fresh]);
  return portal;
}
