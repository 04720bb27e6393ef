import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadContent } from "../src/content-store/load.ts";
import { folderSource } from "../src/content-store/source.ts";
import { describeProblem } from "../src/foundation/problem.ts";
import { checkLinks, reportLinks } from "../src/operations/link-check/check-links.ts";

const usage = `npm run check-links [-- --content DIR] [--own-only]

  Follows every link of articles, pages, ads and settings as a reader would, and names those that are broken or have moved.

  --content DIR   the folder that holds content/, instead of this checkout
  --own-only      links between our own pages alone: nothing is asked over the network

  Exit code 1: some link is broken.`;

try {
  const { values } = parseArgs({
    options: {
      content: { type: "string" },
      "own-only": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) console.log(usage);
  else {
    const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
    const content = await loadContent(folderSource(resolve(values.content ?? checkout)), new Date());
    const { links, findings } = await checkLinks(content, { elsewhere: !values["own-only"] });
    for (const line of reportLinks(findings)) console.log(line);
    const broken = findings.filter(({ state }) => state.kind === "broken").length;
    console.log(`${links} links: ${broken} broken, ${findings.length - broken} moved.`);
    if (broken > 0) process.exitCode = 1;
  }
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}
