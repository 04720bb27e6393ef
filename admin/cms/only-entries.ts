import { z } from "zod";
import type { DeskSettings } from "../../src/editorial/cms-config.ts";
import { entryOfBranch } from "../../src/editorial/collection-name.ts";
import { hasStage } from "../../src/editorial/status-context.ts";

const pullsSchema = z.array(
  z.looseObject({
    head: z.looseObject({ ref: z.string() }),
    labels: z.array(z.looseObject({ name: z.string() })),
  }),
);

/** Whether Decap asks for all submissions, to find its entries among them. */
export function listsSubmissions(
  { api, repo }: Pick<DeskSettings, "api" | "repo">,
  request: Request,
): boolean {
  const { origin, pathname, searchParams } = new URL(request.url);
  return (
    request.method === "GET" &&
    `${origin}${pathname}` === `${api}/repos/${repo}/pulls` &&
    !searchParams.has("head")
  );
}

/**
 * The same answer with the entries alone whose stage is known. An entry that was opened and not marked yet Decap takes for one
 * of an older version of itself: it tells each editor in English that it converts it, and that the board is shut meanwhile.
 */
export async function onlyEntries(response: Response): Promise<Response> {
  const pulls = pullsSchema.parse(await response.clone().json());
  const isEntry = ({ head, labels }: (typeof pulls)[number]) =>
    entryOfBranch(head.ref) !== undefined && hasStage(labels.map(({ name }) => name));
  if (pulls.every(isEntry)) return response;
  const { status, headers } = response;
  return new Response(JSON.stringify(pulls.filter(isEntry)), { status, headers });
}
