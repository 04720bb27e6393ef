import type { MirrorState } from "./sync-mirrors.ts";

/**
 * What to tell a person about a mirror: nothing while it is complete or behind for no longer than `maxAge` seconds. A main
 * or a tag that the mirror holds differently is told at once: history was rewritten on one side.
 */
export function mirrorAlarm(state: MirrorState, maxAge: number): string | undefined {
  const { name, ok, lag, missing, rewritten, problem } = state;
  if (ok) return undefined;
  if (lag < maxAge && rewritten.length === 0) return undefined;
  const what =
    rewritten.length > 0
      ? `The mirror ${name} holds another history of ${rewritten.join(", ")} and keeps it; the new one lies beside it under refs/rewritten/.`
      : `The mirror ${name} has been behind for ${duration(lag)}: ${some(missing)} not there.`;
  const remedy =
    rewritten.length > 0
      ? "Find out who rewrote it: compare git log here and there. The mirror still has what was there before."
      : "Look at the address, the key or token and the network, then run npm run mirror again.";
  return [what, problem ? `  ${problem}` : "", `  → ${remedy}`].filter(Boolean).join("\n");
}

function some(refs: readonly string[]): string {
  const named = refs.slice(0, 3).join(", ");
  if (refs.length > 3) return `${refs.length} branches and tags (${named}, …) are`;
  return `${named} ${refs.length === 1 ? "is" : "are"}`;
}

/** `95 s`, `12 min`, `3 h 20 min`, `2 d 4 h`. */
export function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 2) return `${Math.round(seconds)} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return `${minutes} min`;
  if (hours < 48) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
