import { useEffect, useRef, useState } from "preact/hooks";

/** What a marked page tells of its changes. */
export interface MarkedChanges {
  count: number;
  /** The number of the change that is looked at; 0 before the first. */
  here: number;
}

/** Follows the marked page in a frame, which is of another origin, and goes through its changes: by `step`, or the keys n and p. */
export function useMarks(address: string, marked: boolean) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [changes, setChanges] = useState<MarkedChanges>();
  const { origin } = new URL(address, location.href);

  useEffect(() => {
    setChanges(undefined);
    if (!marked) return;
    const hear = ({ origin: from, source, data }: MessageEvent<unknown>) => {
      if (from !== origin || source !== frame.current?.contentWindow) return;
      const said = readChanges(data);
      if (said) setChanges(said);
    };
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "n") step(1);
      if (event.key === "p") step(-1);
    };
    window.addEventListener("message", hear);
    document.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("message", hear);
      document.removeEventListener("keydown", press);
    };
  }, [address, marked]);

  function step(by: 1 | -1): void {
    frame.current?.contentWindow?.postMessage({ cong: "go", step: by }, origin);
  }

  return { frame, changes, step };
}

function readChanges(data: unknown): MarkedChanges | undefined {
  if (typeof data !== "object" || data === null || !("cong" in data) || data.cong !== "changes")
    return undefined;
  const { count, here } = data as { count?: unknown; here?: unknown };
  return typeof count === "number" && typeof here === "number" ? { count, here } : undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;
}
