import { resolve } from "node:path";
import { loadContent } from "../src/content-store/load.ts";
import { folderSource } from "../src/content-store/source.ts";
import { checkLinks, reportLinks } from "../src/operations/link-check/check-links.ts";
import { runCommand } from "../src/operations/run-command.ts";

const usage = `npm run check-links [-- --content DIR] [--own-only]

  Follows every link of articles, pages, ads and settings as a reader would, and names those that are broken or have moved.

  --content DIR   the folder that holds content/, instead of this checkout
  --own-only      links between our own pages alone: nothing is asked over the network

  Exit code 1: some link is broken.`;

const options = {
  content: { type: "string" },
  "own-only": { type: "boolean", default: false },
} as const;

await runCommand({ usage, options }, async ({ values, checkout }) => {
  const content = await loadContent(folderSource(resolve(values.content ?? checkout)), new Date());
  const { links, findings } = await checkLinks(content, { elsewhere: !values["own-only"] });
  for (const line of reportLinks(findings)) console.log(line);
  const broken = findings.filter(({ state }) => state.kind === "broken").length;
  console.log(`${links} links: ${broken} broken, ${findings.length - broken} moved.`);
  return broken === 0;
});
