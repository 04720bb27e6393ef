import { join } from "node:path";
import { parse } from "yaml";
import { portalSchema } from "../../content-model/portal.ts";
import { accessForge } from "../../editorial/forge-access.ts";
import { systemClock } from "../../foundation/clock.ts";
import { exists } from "../../foundation/exists.ts";
import { Problem } from "../../foundation/problem.ts";
import { mainBranch } from "../../git/main-branch.ts";
import { openRepository, type Repository } from "../../git/repository.ts";
import type { Deliver } from "../../hscv-import/run-import.ts";
import { give, type ImportOrder, type Report } from "../control.ts";
import { lockDataFolder, openDataFolder, type DataFolder } from "../data-folder.ts";
import { openEmbeddedForge } from "../embedded-forge.ts";
import { rememberFileText } from "../file-text/file-text.ts";
import type { OrderOptions } from "../order-newsroom.ts";
import { screenContent } from "../screen-content.ts";
import { deliverToForge, deliverToRemote } from "./deliver.ts";
import { openImportOffice } from "./import-office.ts";

/**
 * Has sources imported: by the newsroom that runs on the data folder, else here and now. Without a repository in the data folder
 * they go from this checkout to the forge on which it lies, as submissions.
 */
export async function orderImport(order: ImportOrder, options: OrderOptions): Promise<Report> {
  const data = await openDataFolder(options.data);
  return (await give(data.control, order)) ?? (await importHere(order, data, options));
}

async function importHere(
  order: ImportOrder,
  data: DataFolder,
  { checkout, log }: OrderOptions,
): Promise<Report> {
  const closers: (() => unknown)[] = [];
  try {
    const lock = lockDataFolder(data);
    closers.push(() => {
      lock.release();
    });
    const own = await exists(join(data.repository, "HEAD"));
    const repository = openRepository(own ? data.repository : join(checkout, ".git"));
    closers.push(() => repository.close());
    const textOf = rememberFileText();
    const reader = { portal: () => portalOf(repository) };
    const deliver = own ? await toOwnForge(repository, data, { reader, closers, log }) : toGithub(repository);
    const office = openImportOffice({
      ...{ data, repository, reader, textOf, deliver, log },
      environment: process.env,
      clock: systemClock,
    });
    closers.push(() => office.stop());
    return await office.obey(order);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function portalOf(repository: Repository) {
  const text = await repository.readFile(mainBranch, "content/portal.yaml");
  return portalSchema.parse(parse(text?.toString("utf8") ?? ""));
}

async function toOwnForge(
  repository: Repository,
  data: DataFolder,
  {
    reader,
    closers,
    log,
  }: {
    reader: { portal: () => ReturnType<typeof portalOf> };
    closers: (() => unknown)[];
    log: OrderOptions["log"];
  },
): Promise<Deliver> {
  const forge = await openEmbeddedForge({
    repository,
    reader,
    databaseFile: data.forgeDatabase,
    title: "",
    inspect: () => Promise.reject(new Error("Nothing is merged here.")),
    screen: screenContent(),
    origin: () => "http://127.0.0.1",
    directory: undefined,
    clock: systemClock,
    log,
  });
  closers.push(() => forge.close());
  return deliverToForge(forge, repository, () =>
    Promise.reject(
      new Problem(
        "A source whose policy is «submission» is handed in through the newsroom, which does not run.",
        {
          remedy: "Start it with npm start, then give this command again.",
        },
      ),
    ),
  );
}

/** Where the checkout lies on GitHub, only submissions come in: its main takes nothing from a program. */
function toGithub(repository: Repository): Deliver {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: name, GITHUB_API_URL: api } = process.env;
  if (!token || !name)
    throw new Problem("There is no newsroom to import into.", {
      remedy: "Name its data folder with --data DIR, or set GITHUB_TOKEN and GITHUB_REPOSITORY.",
    });
  return deliverToRemote(accessForge(api ?? "https://api.github.com", name, token), repository);
}
