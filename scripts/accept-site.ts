import { readFile, writeFile } from "node:fs/promises";
import { accessForge, type ForgeAccess } from "../src/editorial/forge-access.ts";
import { systemClock } from "../src/foundation/clock.ts";
import { Problem } from "../src/foundation/problem.ts";
import { acceptSite } from "../src/operations/acceptance/accept-site.ts";
import { dataOption, Misused, runCommand } from "../src/operations/run-command.ts";
import { accountOf, readRunningNewsroom } from "../src/operations/running-newsroom.ts";

const usage = `npm run accept-site -- ID [--data DIR] [--out FILE]
npm run accept-site -- ID --host primary=URL --host standby=URL --cms URL --forge API --repo OWNER/NAME --token-file F

  Reads a site on every host, and its place in the CMS, and writes the record of acceptance (Biên bản nghiệm thu, Markdown).
  Without --host: the newsroom that runs here (data folder .cong). Exit code 1 when something did not pass.`;

const text = { type: "string" } as const;
const options = {
  ...dataOption,
  ...{ out: text, cms: text, forge: text, repo: text, "token-file": text },
  host: { type: "string", multiple: true, default: [] as string[] },
} as const;

await runCommand({ usage, options, takesOperands: true }, async ({ values, operands: [id], data }) => {
  if (id === undefined) throw new Misused();
  const where = values.host.length > 0 ? await namedPlaces(values) : await newsroomHere(id, data);
  const { results, report } = await acceptSite(id, { ...where, clock: systemClock });
  if (values.out === undefined) console.log(report);
  else await writeFile(values.out, report);
  const failed = results.filter(({ passed }) => !passed);
  for (const { name, place, found } of failed) console.error(`Failed: ${name} (${place}): ${found}`);
  if (values.out !== undefined)
    console.log(`${results.length - failed.length} of ${results.length} passed: ${values.out}`);
  return failed.length === 0;
});

interface Places {
  access: ForgeAccess;
  hosts: { name: string; origin: string }[];
  cms: string;
}

async function newsroomHere(id: string, data: string): Promise<Places> {
  const newsroom = await readRunningNewsroom(data);
  const hosts = Object.entries(newsroom.sites[id] ?? {}).map(([name, origin]) => ({ name, origin }));
  const { api, repo } = newsroom.forge;
  return {
    access: accessForge(api, repo, accountOf(newsroom, { role: "editor" }).token),
    hosts,
    cms: newsroom.cms,
  };
}

async function namedPlaces(values: {
  host: string[];
  cms?: string | undefined;
  forge?: string | undefined;
  repo?: string | undefined;
  "token-file"?: string | undefined;
}): Promise<Places> {
  const { cms, forge, repo, "token-file": file } = values;
  if (!cms || !forge || !repo || !file) {
    throw new Problem("--host needs --cms, --forge, --repo and --token-file beside it.", {
      remedy: "See --help.",
    });
  }
  const hosts = values.host.map((pair) => {
    const [name = "", ...origin] = pair.split("=");
    return { name, origin: origin.join("=").replace(/\/$/, "") };
  });
  return {
    access: accessForge(forge, repo, (await readFile(file, "utf8")).trim()),
    hosts,
    cms: `${cms.replace(/\/$/, "")}/`,
  };
}
