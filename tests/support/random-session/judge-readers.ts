import { z } from "zod";
import { parseEntry } from "../../../src/content-model/entry-file.ts";
import { newsSchema } from "../../../src/content-model/news.ts";
import type { Repository } from "../../../src/git/repository.ts";
import type { Addresses } from "../newsroom.ts";

/** What readers of the hosts get that main does not say, or do not get that it says. Nothing where both agree. */
export async function judgeReaders(
  addresses: Pick<Addresses, "primary" | "standby">,
  repository: Repository,
): Promise<string[]> {
  const wrong: string[] = [];
  const main = (await repository.resolve("main")) ?? "";
  const roots = new Set<string>();
  for (const origin of [addresses.primary, addresses.standby]) {
    const version = z.object({ commit: z.string(), root: z.string() });
    const { commit, root } = version.parse(await (await fetch(`${origin}/phien-ban.json`)).json());
    roots.add(root);
    if (commit !== main) wrong.push(`${origin} shows ${commit}, and main is ${main}.`);
    const files = await repository.listTree(main, { path: "content/sites/tinh/news", recursive: true });
    for (const { path, type } of files) {
      if (type !== "blob") continue;
      const entry = parseEntry(newsSchema, (await repository.readFile(main, path))?.toString("utf8") ?? "");
      if (!entry.ok) {
        wrong.push(`${path} is on main and cannot be read.`);
        continue;
      }
      const { title, withdrawn, publishAt } = entry.data;
      const isShown = withdrawn !== true && (publishAt === undefined || Date.parse(publishAt) <= Date.now());
      const [, year = "", slug = ""] = /\/news\/(\d{4})\/(.+)\.md$/.exec(path) ?? [];
      const answer = await fetch(`${origin}/tin-tuc/${year}/${slug}`);
      const page = await answer.text();
      const last = entry.body.split("\n").at(-1) ?? "";
      if (isShown && (answer.status !== 200 || !page.includes(title) || !page.includes(last)))
        wrong.push(`${path} is published, and ${origin} answers ${answer.status} without its last words.`);
      if (!isShown && answer.status === 200) wrong.push(`${path} is not to be seen, and ${origin} shows it.`);
    }
  }
  if (roots.size > 1) wrong.push("The hosts show two releases.");
  return wrong;
}
