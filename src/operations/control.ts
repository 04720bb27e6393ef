import { rm } from "node:fs/promises";
import { createServer, request } from "node:http";
import { once } from "node:events";
import { json } from "node:stream/consumers";
import { z } from "zod";
import { describeProblem, Problem } from "../foundation/problem.ts";

/** What an operator's command can ask of a newsroom that runs. */
export const orderSchema = z.discriminatedUnion("order", [
  z.object({ order: z.literal("roll-back"), to: z.number().int().positive(), reason: z.string().min(3) }),
  z.object({ order: z.literal("lift") }),
  z.object({ order: z.literal("verify"), repair: z.boolean() }),
  z.object({ order: z.literal("publish") }),
  z.object({
    order: z.literal("take-down"),
    /** Who has decided it: a login. */
    as: z.string(),
    addresses: z.array(z.string()).min(1),
    shown: z.string(),
    reason: z.string(),
  }),
  z.object({
    order: z.literal("put-back"),
    as: z.string(),
    number: z.number().int().positive(),
    reason: z.string(),
  }),
  z.object({
    order: z.literal("import"),
    /** One source; all of them, unless named. */
    source: z.string().optional(),
    /** Read again even what the source says is unchanged. */
    anew: z.boolean(),
    /** Withdraw even where suspiciously much would vanish. */
    allowVanishing: z.boolean(),
  }),
]);

export type Order = z.infer<typeof orderSchema>;

/** What only a running newsroom can do: it is done through its forge, in somebody's name. */
export type DeskOrder = Extract<Order, { order: "take-down" | "put-back" }>;
export type PressOrder = Exclude<Order, DeskOrder | ImportOrder>;

export const isDeskOrder = (order: Order): order is DeskOrder =>
  order.order === "take-down" || order.order === "put-back";

/** Sources that are to be read now. */
export type ImportOrder = Extract<Order, { order: "import" }>;

const answerSchema = z.union([
  z.object({ report: z.string(), ok: z.boolean() }),
  z.object({ problem: z.string() }),
]);

/** What came of an order, for the operator to read; not `ok` where something remains to be done. */
export interface Report {
  report: string;
  ok: boolean;
}

/**
 * Takes orders over a socket in the data folder, which only its owner may enter: nothing listens on the network.
 */
export async function openControl(
  socket: string,
  carryOut: (order: Order) => Promise<Report>,
): Promise<{ close: () => void }> {
  await rm(socket, { force: true });
  const server = createServer((asked, response) => {
    void (async () => {
      let answer: z.infer<typeof answerSchema>;
      try {
        answer = await carryOut(orderSchema.parse(await json(asked)));
      } catch (error) {
        answer = { problem: describeProblem(error) };
      }
      response.setHeader("Content-Type", "application/json").end(JSON.stringify(answer));
    })();
  });
  server.listen(socket);
  await once(server, "listening");
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Gives an order to the newsroom that listens there; undefined where none does. */
export async function give(socket: string, order: Order): Promise<Report | undefined> {
  const asked = request({ socketPath: socket, method: "POST", path: "/" });
  asked.end(JSON.stringify(order));
  try {
    const [response] = (await once(asked, "response")) as [import("node:http").IncomingMessage];
    const answer = answerSchema.parse(await json(response));
    if ("problem" in answer) throw new Problem(answer.problem);
    return answer;
  } catch (error) {
    if (["ENOENT", "ECONNREFUSED"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}
