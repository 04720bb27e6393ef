import { useEffect, useState } from "preact/hooks";
import type { Newsroom } from "../../shared/newsroom.ts";
import { ownWork, type OwnWork } from "../../shared/own-work.ts";
import { forgeWritten } from "../requests.ts";

/** Over the lists: how far one's own pieces are, what was returned first. Nothing for whoever has none under way. */
export function OwnWorkLine({ newsroom, login }: { newsroom: Newsroom; login: string }) {
  const work = useOwnWork(newsroom, login);
  if (work.length === 0) return null;
  return (
    <nav class="bar-line bar-work" aria-label="Bài của bạn">
      <span>Bài của bạn:</span>
      {work.map(({ address, name, count, tone }) => (
        <a key={address} href={`/duyet/${address}`} data-tone={tone}>
          <strong>{count}</strong> {name}
        </a>
      ))}
    </nav>
  );
}

/** Asked when a list is opened, after each write and when one comes back to the tab. */
function useOwnWork(newsroom: Newsroom, login: string): OwnWork[] {
  const [work, setWork] = useState<OwnWork[]>([]);
  useEffect(() => {
    let stopped = false;
    const ask = () => {
      if (document.visibilityState !== "visible") return;
      newsroom.queue().then(
        ({ items }) => {
          if (!stopped) setWork(ownWork(items, login));
        },
        // A newsroom that cannot be asked tells nothing; the lists themselves say what is wrong.
        () => undefined,
      );
    };
    ask();
    window.addEventListener(forgeWritten, ask);
    document.addEventListener("visibilitychange", ask);
    return () => {
      stopped = true;
      window.removeEventListener(forgeWritten, ask);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [newsroom, login]);
  return work;
}
