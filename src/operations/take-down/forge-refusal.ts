import { z } from "zod";
import { Problem } from "../../foundation/problem.ts";

const refusal = z.object({
  status: z.number().min(400).max(499),
  response: z.object({ data: z.object({ message: z.string() }) }),
});

/** What the forge refuses it says in words for people: they are the problem, and not that a request failed. */
export function asProblem(error: unknown): unknown {
  const refused = refusal.safeParse(error);
  return refused.success ? new Problem(refused.data.response.data.message, { cause: error }) : error;
}
