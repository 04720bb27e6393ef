import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { benchDesk } from "../bench/desk.ts";
import { benchImport } from "../bench/import.ts";
import { benchLighthouse } from "../bench/lighthouse.ts";
import { benchLookup } from "../bench/lookup.ts";
import { benchLoop } from "../bench/loop.ts";
import { benchPublication } from "../bench/publication.ts";
import { peerNames } from "../bench/peers/peer.ts";
import type { Row } from "../bench/row.ts";
import { benchSearch } from "../bench/search.ts";
import { describeProblem } from "../src/foundation/problem.ts";

const usage = `npm run bench -- NAME [--json FILE]

  loop          seconds an editor and an approver wait in the real loop: save in the CMS, publish, second start
  desk          seconds at the desk of 50,000 articles with 200 open submissions: queue, board, save, search
  search        kilobytes that readers download to search a portal of ten thousand pages
  lookup        kilobytes that readers download to look one of 200,000 documents up by its number
  publication   from merge to live in the newsroom and by a command, previews, full builds beside Hugo's (an hour)
  import        an import of 100,000 records: fetch to plan beside the bare parsers, applying beside git fast-import, again
  lighthouse    Lighthouse's scores and the weight of every kind of page, on a phone

  --json FILE   also writes the rows { name, value, unit, peer?, ratio? } to FILE
  --articles N  publication: a portal of N articles alone, instead of 10,000 and 50,000; search, lookup, desk: of N
  --data DIR    desk: keeps the newsroom's data there; where it is already, the bench begins with the second start
  --records N   import: so many records instead of 100,000
  --full-builds-only   publication: full builds beside the peers' alone, nothing of a newsroom
  --peers LIST  publication: these alone of hugo,eleventy,astro
  --runs N      publication, lighthouse: how often each is done (default 3); medians are told
  --table FILE  lighthouse: also writes its figures into the table of this document (docs/budgets.md)`;

interface Options {
  articles: string | undefined;
  data: string | undefined;
  records: string | undefined;
  runs: string | undefined;
  peers: string | undefined;
  fullBuildsOnly: boolean;
  table: string | undefined;
}

const benches: Record<string, (options: Options) => Promise<Row[]>> = {
  loop: benchLoop,
  desk: ({ articles, data }) =>
    benchDesk({ articles: articles === undefined ? undefined : Number(articles), kept: data }),
  lookup: ({ articles }) => benchLookup(articles === undefined ? undefined : Number(articles)),
  search: ({ articles }) => benchSearch(articles === undefined ? undefined : Number(articles)),
  publication: ({ articles, runs, peers, fullBuildsOnly }) =>
    benchPublication({
      fullBuildsOnly,
      ...(peers === undefined ? {} : { peers: peerNames.filter((name) => peers.split(",").includes(name)) }),
      ...(articles === undefined ? {} : { sizes: [Number(articles)] }),
      ...(runs === undefined ? {} : { runs: Number(runs) }),
    }),
  import: ({ records }) => benchImport(records === undefined ? {} : { records: Number(records) }),
  lighthouse: ({ runs, table }) =>
    benchLighthouse({
      ...(runs === undefined ? {} : { runs: Number(runs) }),
      ...(table === undefined ? {} : { table }),
    }),
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "string" },
      articles: { type: "string" },
      data: { type: "string" },
      records: { type: "string" },
      runs: { type: "string" },
      peers: { type: "string" },
      "full-builds-only": { type: "boolean", default: false },
      table: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const bench = benches[positionals[0] ?? ""];
  if (!bench || values.help) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
  } else {
    const rows = await bench({
      articles: values.articles,
      data: values.data,
      records: values.records,
      runs: values.runs,
      peers: values.peers,
      fullBuildsOnly: values["full-builds-only"],
      table: values.table,
    });
    for (const { name, value, unit, peer, ratio } of rows) {
      const beside =
        peer === undefined ? "" : `  (peer ${peer.toFixed(2)}, ratio ${(ratio ?? NaN).toFixed(2)})`;
      console.log(`${name.padEnd(36)} ${value.toFixed(2).padStart(8)} ${unit}${beside}`);
    }
    if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  }
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}
