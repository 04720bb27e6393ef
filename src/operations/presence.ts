import { Hono } from "hono";
import { z } from "zod";
import type { Clock } from "../foundation/clock.ts";

/** How long after its last word a form counts as left, in milliseconds; the CMS speaks every 15 seconds. */
const silence = 40_000;

const noteSchema = z.object({
  /** The entry that is open: its branch in the CMS. */
  entry: z.string().regex(/^cms\/[a-z0-9-]{1,80}\/[^/\s]{1,200}$/),
  /** One window of one browser. */
  tab: z.string().min(1).max(60),
  /** Whether something in it is typed and not saved. */
  typing: z.boolean(),
  /** The form has been closed. */
  left: z.boolean().default(false),
});

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

/**
 * Tells who else has an entry open in the CMS, before one begins to type. It is a courtesy and kept in memory alone: what
 * keeps words from being overwritten is the guard on saves and the forge. `holder` is the account of a token, if it may
 * read the repository.
 */
export function presenceRoutes(
  holder: (token: string) => Promise<{ login: string; name: string } | undefined>,
  clock: Clock,
): Hono {
  const entries = new Map<string, Map<string, Presence>>();

  const forgetSilent = (now: number) => {
    for (const [entry, tabs] of entries) {
      for (const [tab, { seen }] of tabs) if (now - seen > silence) tabs.delete(tab);
      if (tabs.size === 0) entries.delete(entry);
    }
  };

  const app = new Hono();
  app.post("/dang-soan", async (c) => {
    const token = /^token (\S+)$/.exec(c.req.header("Authorization") ?? "")?.[1];
    const who = token === undefined ? undefined : await holder(token);
    if (!who) return c.json({ message: "Requires authentication" }, 401);
    const note = noteSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!note.success) return c.json({ message: "Bad note" }, 400);
    const { entry, tab, typing, left } = note.data;
    const now = clock();
    forgetSilent(now.getTime());
    const tabs = entries.get(entry) ?? new Map<string, Presence>();
    entries.set(entry, tabs);
    const key = `${who.login} ${tab}`;
    if (left) tabs.delete(key);
    else {
      const since = tabs.get(key)?.since ?? now.toISOString();
      tabs.set(key, { ...who, since, typing, seen: now.getTime() });
    }
    const others = new Map<string, Other>();
    for (const { login, name, since, typing: types } of tabs.values()) {
      if (login !== who.login && !others.get(login)?.typing)
        others.set(login, { login, name, since, typing: types });
    }
    return c.json({ others: [...others.values()] });
  });
  return app;
}
