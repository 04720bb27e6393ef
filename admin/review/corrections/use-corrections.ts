import { useCallback, useEffect, useState } from "preact/hooks";
import type { CorrectionRequest } from "../../../src/editorial/desk-answers.ts";
import { useDesk } from "../desk.ts";

/** What readers and contributors ask to be corrected and waits; nothing where nobody may be told, or no newsroom answers. */
export function useCorrections(fresh: string): [readonly CorrectionRequest[], () => void] {
  const { newsroom } = useDesk();
  const [waiting, setWaiting] = useState<readonly CorrectionRequest[]>([]);
  const look = useCallback(() => {
    newsroom?.corrections().then(
      ({ requests }) => {
        setWaiting(requests);
      },
      // Who may not be told is not: the page has other things to show.
      () => undefined,
    );
  }, [newsroom]);
  useEffect(look, [look, fresh]);
  return [waiting, look];
}
