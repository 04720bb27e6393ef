import { Hono } from "hono";
import { consultationState } from "../../content-model/consultation.ts";
import type { Portal } from "../../content-model/portal.ts";
import { consultationAddress } from "../../content-store/consultations.ts";
import type { SiteContent } from "../../content-store/content.ts";
import {
  opinionHandlingSchema,
  type DeskOpinion,
  type DraftOpinions,
  type OpinionDraft,
} from "../../editorial/opinion-answers.ts";
import { nameOf, personOf } from "../../editorial/rights.ts";
import type { Forge } from "../../forge/forge.ts";
import type { Clock } from "../../foundation/clock.ts";
import { vietnamDay } from "../../foundation/vietnam-time.ts";
import { opinionDays, type OpinionStore, type ReceivedOpinion } from "./opinion-store.ts";

/** Where the desk's pages ask. */
export const deskOpinionsPath = "/desk/opinions";

export interface OpinionDesk {
  store: Pick<OpinionStore, "of" | "find" | "handle">;
  /** The portal and its drafts, as main has them. */
  content: () => Promise<{ portal: Portal; sites: ReadonlyMap<string, Pick<SiteContent, "entries">> }>;
  clock: Clock;
}

const order: readonly OpinionDraft["state"][] = ["open", "closed", "gone", "ahead", "answered"];

/**
 * On the desk's own origin: comments on drafts, for editors and approvers of the draft's site, and what is made of each. What
 * becomes of them is published as any content is; of who wrote them nothing leaves this database.
 */
export function opinionDesk(forge: Pick<Forge, "forReaders">, { store, content, clock }: OpinionDesk): Hono {
  const routes = forge.forReaders();
  const refused = { message: "Chỉ biên tập viên và người duyệt của trang này xem được góp ý." } as const;
  routes.use(async (context, next) => {
    context.header("Cache-Control", "no-store");
    await next();
  });

  routes.get("/", async (context) => {
    const { portal, sites } = await content();
    const may = sitesOf(portal, context.get("account").login);
    const drafts = draftsOf(sites, store.of(), vietnamDay(clock())).filter(({ site }) => may(site));
    return context.json({ drafts });
  });

  routes.get("/:site/:year/:slug", async (context) => {
    const { site, year, slug } = context.req.param();
    const { portal, sites } = await content();
    if (!sitesOf(portal, context.get("account").login)(site)) return context.json(refused, 403);
    const id = `${site}/${year}/${slug}`;
    const opinions = store.of(id);
    const draft = draftsOf(sites, opinions, vietnamDay(clock())).find((one) => one.id === id);
    if (!draft) return context.json({ message: "Không có dự thảo này." }, 404);
    const answer: DraftOpinions = {
      draft,
      opinions: opinions.map((one) => shown(one, portal)),
      keptDays: opinionDays,
    };
    return context.json(answer);
  });

  routes.put("/:id{[0-9]+}", async (context) => {
    const { login } = context.get("account");
    const { portal } = await content();
    const opinion = store.find(Number(context.req.param("id")));
    if (!opinion) return context.json({ message: "Không có ý kiến này." }, 404);
    if (!sitesOf(portal, login)(siteOf(opinion.draft))) return context.json(refused, 403);
    const handling = opinionHandlingSchema.safeParse(await context.req.json().catch(() => ({})));
    if (!handling.success)
      return context.json({ message: handling.error.issues[0]?.message ?? "Hãy chọn cách xử lý." }, 422);
    return context.json(shown(store.handle(opinion.id, login, handling.data), portal));
  });

  const app = new Hono();
  app.route(deskOpinionsPath, routes);
  return app;
}

/** The sites whose drafts somebody edits or approves: who only runs the machines need not know who commented. */
function sitesOf(portal: Portal, login: string): (site: string) => boolean {
  const grants = (personOf(portal, login)?.grants ?? []).filter(({ role }) => role !== "operator");
  return (site) => grants.some(({ sites }) => sites === "*" || sites.includes(site));
}

const siteOf = (draft: string) => draft.slice(0, draft.indexOf("/"));

/** The drafts there are and those there were, with how many comments each has: those that are to be worked on first. */
function draftsOf(
  sites: ReadonlyMap<string, Pick<SiteContent, "entries">>,
  opinions: readonly ReceivedOpinion[],
  today: string,
): OpinionDraft[] {
  const groups = Map.groupBy(opinions, ({ draft }) => draft);
  const counts = (id: string) => {
    const those = groups.get(id) ?? [];
    return { received: those.length, waiting: those.filter(({ verdict }) => verdict === "").length };
  };
  const known = [...sites].flatMap(([site, { entries }]) =>
    entries.consultation.map((entry): OpinionDraft => {
      const id = `${site}/${entry.year}/${entry.slug}`;
      const { title, unit, closesOn } = entry.data;
      return {
        ...{ id, site, title, unit, closesOn, address: consultationAddress(entry) },
        state: consultationState(entry.data, today),
        ...counts(id),
      };
    }),
  );
  const ids = new Set(known.map(({ id }) => id));
  // A draft that was renamed or removed: what people said of it is not lost with it.
  const gone = [...groups].flatMap(([id, [first]]): OpinionDraft[] =>
    ids.has(id) || !first
      ? []
      : [
          {
            ...{ id, site: siteOf(id), title: first.title, unit: "", closesOn: "", address: "" },
            state: "gone",
            ...counts(id),
          },
        ],
  );
  return [...known, ...gone].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.closesOn.localeCompare(a.closesOn),
  );
}

function shown(opinion: ReceivedOpinion, portal: Portal): DeskOpinion {
  const { id, code, at, text, name, unit, email, verdict, answer, handledBy } = opinion;
  return {
    ...{ id, code, text, name, unit, email, verdict, answer },
    at: at.toISOString(),
    handledBy: handledBy === "" ? "" : nameOf(portal, handledBy),
  };
}
