import { Hono, type Context } from "hono";
import { z } from "zod";
import { mostTakenDown, putBackWishSchema, takeDownWishSchema } from "../../editorial/desk-answers.ts";
import { accessForge } from "../../editorial/forge-access.ts";
import type { Done } from "../../editorial/take-down/take-down.ts";
import { presentedToken } from "../../forge/access.ts";
import type { Forge, ForgeEnv } from "../../forge/forge.ts";
import { asProblem } from "./forge-refusal.ts";
import type { Actor, TakeDownOffice } from "./take-down-office.ts";

const addressesShape = z.object({ addresses: z.array(z.string().max(500)).max(mostTakenDown) });

/** On the desk's own origin: taking many entries down at once and putting them back, in the name of whoever asks. */
export function takeDownRoutes(
  forge: Pick<Forge, "forReaders">,
  office: TakeDownOffice,
  /** The forge's API and the repository's full name. */
  where: () => { api: string; repo: string },
): Hono<ForgeEnv> {
  const routes = forge.forReaders();
  const actor = (context: Context<ForgeEnv>): Actor => {
    const { api, repo } = where();
    const token = presentedToken(context.req.header("Authorization")) ?? "";
    return { login: context.get("account").login, access: accessForge(api, repo, token) };
  };
  const answer = async (context: Context<ForgeEnv>, act: () => Promise<Done>) => {
    try {
      const { number, commit } = await act();
      return context.json({ number, merged: commit !== undefined });
    } catch (error) {
      throw asProblem(error);
    }
  };
  const given = (context: Context<ForgeEnv>): Promise<unknown> => context.req.json().catch(() => undefined);

  routes.post("/entries", async (context) => {
    const asked = addressesShape.safeParse(await given(context));
    if (!asked.success) return context.json({ message: "Danh sách địa chỉ không đọc được." }, 422);
    return context.json({ entries: await office.look(asked.data.addresses) });
  });
  routes.post("/", async (context) => {
    const wish = takeDownWishSchema.safeParse(await given(context));
    if (!wish.success) return context.json({ message: firstOf(wish.error) }, 422);
    return answer(context, () => office.takeDown(actor(context), wish.data));
  });
  routes.post("/back", async (context) => {
    const wish = putBackWishSchema.safeParse(await given(context));
    if (!wish.success) return context.json({ message: firstOf(wish.error) }, 422);
    return answer(context, () => office.putBack(actor(context), wish.data));
  });
  return routes;
}

const firstOf = (error: z.ZodError) => error.issues[0]?.message ?? "Thông tin gửi lên chưa đủ.";
