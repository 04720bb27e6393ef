import { Hono } from "hono";
import type { DeskQueue } from "../../editorial/desk-answers.ts";
import type { Forge } from "../../forge/forge.ts";

/** What the newsroom answers beside GitHub's API, to whoever may read the repository: `/desk/…` on the same origin. */
export function deskRoutes(
  forge: Pick<Forge, "forReaders">,
  desk: { queue: () => Promise<DeskQueue> },
): Hono {
  const routes = forge.forReaders();
  routes.get("/queue", async (context) => context.json(await desk.queue()));
  const app = new Hono();
  app.route("/desk", routes);
  return app;
}
