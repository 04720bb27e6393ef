import { z } from "zod";
import { entryOfBranch, fileOfEntry } from "../../../src/editorial/collection-name.ts";
import { stageLabel } from "../../../src/editorial/status-context.ts";
import type { Entry, Person } from "./person.ts";

export const pullShape = z.object({
  number: z.number(),
  title: z.string(),
  state: z.string(),
  user: z.object({ login: z.string() }),
  head: z.object({ ref: z.string(), sha: z.string() }),
  labels: z.array(z.object({ name: z.string() })),
});

/** A submission as somebody sees it on the board. */
export interface Submission extends Entry {
  number: number;
  author: string;
  head: string;
  stage: string;
}

/** The open submissions of entries, as the board shows them now. */
export async function board(person: Person): Promise<Submission[]> {
  const pulls = await person.ask(z.array(pullShape), "GET", "/pulls?state=open&base=main&per_page=100");
  return pulls.flatMap(({ number, user, head, labels }) => {
    const entry = entryOfBranch(head.ref);
    const path = entry && fileOfEntry(entry);
    const stage = labels.find(({ name }) => name.startsWith("decap-cms/"))?.name ?? stageLabel.draft;
    return path === undefined
      ? []
      : [{ number, author: user.login, head: head.sha, branch: head.ref, path, stage }];
  });
}

/** One of them by chance; undefined where there is none. */
export function anyOf<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
