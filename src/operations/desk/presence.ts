import { z } from "zod";
import type { Clock } from "../../foundation/clock.ts";

/** How long after its last word a form counts as left, in milliseconds; the CMS speaks every 15 seconds. */
const silence = 40_000;

export const presenceNote = z.object({
  /** The entry that is open: its branch in the CMS. */
  entry: z.string().regex(/^cms\/[a-z0-9-]{1,80}\/[^/\s]{1,200}$/),
  /** One window of one browser. */
  tab: z.string().min(1).max(60),
  /** Whether something in it is typed and not saved. */
  typing: z.boolean(),
  /** The form has been closed. */
  left: z.boolean().default(false),
});

/** What an open form tells of itself. */
export type PresenceNote = z.infer<typeof presenceNote>;

interface Presence {
  login: string;
  name: string;
  /** When the form was opened; ISO 8601. */
  since: string;
  seen: number;
  typing: boolean;
}

/** Somebody else who has an entry open. */
export type Other = Pick<Presence, "login" | "name" | "since" | "typing">;

/** Notes that someone has an entry open, and answers who else has. */
export type Presences = (who: Pick<Presence, "login" | "name">, note: PresenceNote) => Other[];

/**
 * Knows who has an entry open in the CMS, so that others are told before they begin to type. It is a courtesy and kept in
 * memory alone: what keeps words from being overwritten is the guard on saves and the forge.
 */
export function openPresence(clock: Clock): Presences {
  const entries = new Map<string, Map<string, Presence>>();

  const forgetSilent = (now: number) => {
    for (const [entry, tabs] of entries) {
      for (const [tab, { seen }] of tabs) if (now - seen > silence) tabs.delete(tab);
      if (tabs.size === 0) entries.delete(entry);
    }
  };

  return ({ login, name }, { entry, tab, typing, left }) => {
    const now = clock();
    forgetSilent(now.getTime());
    const tabs = entries.get(entry) ?? new Map<string, Presence>();
    entries.set(entry, tabs);
    const key = `${login} ${tab}`;
    if (left) tabs.delete(key);
    else {
      const since = tabs.get(key)?.since ?? now.toISOString();
      tabs.set(key, { login, name, since, typing, seen: now.getTime() });
    }
    const others = new Map<string, Other>();
    for (const one of tabs.values()) {
      if (one.login === login || others.get(one.login)?.typing) continue;
      others.set(one.login, { login: one.login, name: one.name, since: one.since, typing: one.typing });
    }
    return [...others.values()];
  };
}
