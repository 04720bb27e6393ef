import { Hono } from "hono";
import {
  searchQuerySchema,
  type DeskQueue,
  type SearchAnswer,
  type SearchQuery,
} from "../../editorial/desk-answers.ts";
import type { Forge, ForgeEnv } from "../../forge/forge.ts";
import { presenceNote, type Presences } from "./presence.ts";

/** What the newsroom answers beside GitHub's API, to whoever may read the repository: `/desk/…` on the same origin. */
export function deskRoutes(
  forge: Pick<Forge, "forReaders">,
  desk: {
    queue: () => Promise<DeskQueue>;
    find: (query: SearchQuery) => Promise<SearchAnswer>;
    presence: Presences;
    /** Taking many entries down at once. */
    takeDown: Hono<ForgeEnv>;
  },
): Hono {
  const routes = forge.forReaders();
  routes.get("/queue", async (context) => context.json(await desk.queue()));
  routes.get("/search", async (context) =>
    context.json(await desk.find(searchQuerySchema.parse(context.req.query()))),
  );
  routes.post("/presence", async (context) => {
    const note = presenceNote.safeParse(await context.req.json().catch(() => undefined));
    if (!note.success) return context.json({ message: "Bad note" }, 400);
    return context.json({ others: desk.presence(context.get("account"), note.data) });
  });
  const app = new Hono();
  app.route("/desk", routes);
  app.route("/desk/take-down", desk.takeDown);
  return app;
}
