import { putBackWishSchema, takeDownWishSchema } from "../../editorial/desk-answers.ts";
import { accessForge } from "../../editorial/forge-access.ts";
import type { ForgeClient } from "../../editorial/forge-client.ts";
import { statusContext } from "../../editorial/status-context.ts";
import type { Accounts } from "../../forge/accounts.ts";
import { Problem } from "../../foundation/problem.ts";
import type { DeskOrder, Report } from "../control.ts";
import { asProblem } from "./forge-refusal.ts";
import type { TakeDownOffice } from "./take-down-office.ts";

/** How long an operator waits for the hosts, in milliseconds, and how often is looked. */
const patience = 180_000;
const pause = 500;

/**
 * Carries out an operator's order to take pages down or put them back, in the name of whoever decided it: with their rights
 * and no more, and on the list of what is to be approved afterwards. The audit log tells of the token made for it.
 */
export function obeyTakeDown(options: {
  office: TakeDownOffice;
  accounts: Pick<Accounts, "find" | "issueToken" | "revoke">;
  client: Pick<ForgeClient, "statuses">;
  where: () => { api: string; repo: string };
  waitFor?: number;
}): (order: DeskOrder) => Promise<Report> {
  const { office, accounts, client, where, waitFor = patience } = options;

  async function act(order: DeskOrder) {
    const account = accounts.find(order.as);
    if (!account || account.disabled || account.bot)
      throw new Problem(`There is no account ${order.as} that can act.`, {
        remedy: "Name who decided it with --as LOGIN; npm run accounts -- list names everybody.",
      });
    const token = accounts.issueToken(order.as, {
      note: `npm run take-down (${order.order})`,
      expiresInDays: 1,
    });
    const { api, repo } = where();
    const actor = { login: order.as, access: accessForge(api, repo, token) };
    try {
      if (order.order === "put-back")
        return await office.putBack(actor, checked(putBackWishSchema.safeParse({ ...order, alone: true })));
      const wish = { entries: order.addresses, shown: order.shown, reason: order.reason, alone: true };
      return await office.takeDown(actor, checked(takeDownWishSchema.safeParse(wish)));
    } catch (error) {
      throw asProblem(error);
    } finally {
      accounts.revoke(token);
    }
  }

  async function published(commit: string): Promise<string | undefined> {
    const end = Date.now() + waitFor;
    for (;;) {
      const status = (await client.statuses(commit)).find(
        ({ context }) => context === statusContext.publication,
      );
      if (status?.state === "success") return undefined;
      if (status?.state === "failure" || Date.now() > end) return status?.description ?? "not published yet";
      await new Promise((done) => setTimeout(done, pause));
    }
  }

  return async (order) => {
    const { number, commit } = await act(order);
    const missing = commit === undefined ? "it waits for an approver" : await published(commit);
    const what = order.order === "put-back" ? "Put back" : "Taken down";
    const lines = [
      `${what} by submission #${String(number)}, in the name of ${order.as}.`,
      missing === undefined
        ? "Every host shows it so."
        : `The hosts do not show it yet (${missing}): look at npm run verify and the newsroom's log.`,
      "It stands on the list of what one person did alone until somebody else approves it.",
      ...(order.order === "put-back"
        ? []
        : [`To put it back: npm run take-down -- --put-back ${String(number)} --reason "WHY" --as LOGIN`]),
    ];
    return { report: lines.join("\n"), ok: missing === undefined };
  };
}

function checked<Data>(
  parsed:
    { success: true; data: Data } | { success: false; error: { issues: readonly { message: string }[] } },
): Data {
  if (parsed.success) return parsed.data;
  throw new Problem(parsed.error.issues.map(({ message }) => message).join(" "));
}
