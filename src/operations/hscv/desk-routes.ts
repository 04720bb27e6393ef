import { Hono, type Context } from "hono";
import type { ImportRun, Imports } from "../../editorial/import-answers.ts";
import type { Forge, ForgeEnv } from "../../forge/forge.ts";
import { describeProblem } from "../../foundation/problem.ts";
import type { Run } from "../../hscv-import/import-store.ts";
import type { ImportOffice } from "./import-office.ts";
import { wayToWaiting } from "./run-lines.ts";

/** Records that the page shows at once. */
const mostShown = 200;

/** What the desk tells operators, and nobody else, about imports: raw records may hold what is private of persons. */
export function importDesk(forge: Pick<Forge, "forReaders">, office: () => ImportOffice | undefined): Hono {
  const routes = forge.forReaders();
  const opened = (context: Context<ForgeEnv>): ImportOffice | Response => {
    context.header("Cache-Control", "no-store");
    if (!context.get("permissions").admin)
      return context.json({ message: "Chỉ người vận hành xem được phần nhập văn bản." }, 403);
    return office() ?? context.json({ message: "Tòa soạn đang khởi động, hãy thử lại." }, 503);
  };

  routes.get("/", async (context) => {
    const found = opened(context);
    return found instanceof Response ? found : context.json(await importsOf(found));
  });
  routes.get("/:id{[0-9]+}", (context) => {
    const found = opened(context);
    if (found instanceof Response) return found;
    const entry = found.store.findQuarantined(Number(context.req.param("id")));
    return entry
      ? context.json({ raw: entry.raw })
      : context.json({ message: "Bản ghi này đã được nhận hoặc hết hạn giữ." }, 404);
  });
  routes.post("/sources/:source/retry", async (context) => {
    const found = opened(context);
    if (found instanceof Response) return found;
    try {
      const order = { source: context.req.param("source"), anew: true, allowVanishing: false };
      const { report, ok } = await found.obey(order);
      const lines = report.split("\n").filter((line) => line !== wayToWaiting);
      return context.json({ report: lines.join("\n"), ok });
    } catch (error) {
      return context.json({ message: describeProblem(error) }, 409);
    }
  });
  const app = new Hono();
  app.route("/desk/imports", routes);
  return app;
}

async function importsOf({ store, sources }: ImportOffice): Promise<Imports> {
  const all = store.quarantined();
  return {
    sources: (await sources()).map(({ id, name }) => {
      const runs = store.runs({ source: id, limit: 50 });
      // A source that says nothing new says nothing of what was wrong before.
      const last = runs.find(({ state }) => state !== "unchanged") ?? runs[0];
      return { id, name, ...(last ? { last: shown(last, runs[0]?.startedAt ?? last.startedAt) } : {}) };
    }),
    count: all.length,
    waiting: all.slice(0, mostShown).map(({ id, source, title, record, reasons, firstSeen, raw }) => ({
      id,
      source,
      record,
      title: title || record || "(không có tên)",
      reasons: reasons.map(({ message, remedy }) => ({ message, remedy })),
      since: firstSeen,
      raw: raw !== "",
    })),
  };
}

function shown({ state, counts, notes }: Run, at: string): ImportRun {
  const { added, changed, withdrawn, quarantined } = counts;
  return { at, state, added, changed, withdrawn, quarantined, notes };
}
