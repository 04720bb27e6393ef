import { createReadStream } from "node:fs";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { SaxesParser } from "saxes";
import { importSourceSchema } from "../src/content-model/import-source.ts";
import { bringCommit } from "../src/git/fast-import.ts";
import { openRepository } from "../src/git/repository.ts";
import { fetchSource } from "../src/hscv-import/fetch/fetch-source.ts";
import { openImportStore } from "../src/hscv-import/import-store.ts";
import { indexMain } from "../src/hscv-import/main-index.ts";
import { planDocuments } from "../src/hscv-import/plan-documents.ts";
import { readProfile } from "../src/hscv-import/read-profile.ts";
import { runImport } from "../src/hscv-import/run-import.ts";
import { sortRecords } from "../src/hscv-import/sort-records.ts";
import { splitFeed } from "../src/hscv-import/split-feed.ts";
import { openSpool } from "../src/hscv-import/spool.ts";
import { statusMB } from "./tree-cost.ts";

/** One step of the import's bench, in a process of its own: `node import-step.ts MODE WORK FEED ADDRESS`. */
const [mode = "", work = "", feed = "", address = ""] = process.argv.slice(2);
const clock = () => new Date("2026-11-20T02:00:00Z");
const source = importSourceSchema.parse({
  id: "do",
  name: "Nguồn để đo",
  addresses: [address],
  privateNetworks: ["127.0.0.0/8"],
  profile: "danh-sach-van-ban",
  site: "tinh",
  absence: "withdraw",
});
const profile = await readProfile(join(import.meta.dirname, ".."), source.profile);
const split = (file: string) =>
  splitFeed(file, { records: profile.record, rooted: profile.rooted, longest: profile.longest });

let seconds = 0;
let cpu = 0;
let note = "";
/** On a machine that others use as well, only the time on the processor can be compared. */
const timed = async (work: () => unknown) => {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await work();
  seconds += (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(used);
  cpu += (user + system) / 1e6;
};

switch (mode) {
  case "saxes":
    await timed(async () => {
      const parser = new SaxesParser({});
      for await (const chunk of createReadStream(feed, { encoding: "utf8", highWaterMark: 1 << 19 }))
        parser.write(chunk as string);
      parser.close();
    });
    break;
  case "parse": {
    // The records are cut apart before: their parse alone is timed.
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "@",
      removeNSPrefix: true,
      parseTagValue: false,
      parseAttributeValue: false,
      htmlEntities: true,
      transformTagName: (name) => name.toLowerCase(),
      transformAttributeName: (name) => name.toLowerCase(),
    });
    const reading = split(feed);
    for (let next = await reading.next(); !next.done; next = await reading.next()) {
      // Records are read when they are asked for: that is not the parser's time.
      const texts = Array.from(next.value, ({ text }) => text);
      await timed(() => {
        for (const text of texts) parser.parse(text);
      });
    }
    break;
  }
  case "plan":
    await timed(async () => {
      const repository = openRepository(join(work, "repository.git"));
      const store = openImportStore(join(work, "plan.db"), clock);
      const spool = openSpool(join(work, "plan"));
      const { feeds } = await fetchSource(source, {
        folder: join(work, "plan"),
        environment: {},
        sample: undefined,
        known: () => undefined,
      });
      const index = await indexMain(repository, store, (await repository.resolve("main")) ?? "");
      const sorted = await sortRecords(
        feeds.map(({ file }) => ({ address, split: split(file) })),
        { profile, reading: "", source, spool, now: clock(), knownByDigest: () => undefined },
      );
      const plan = planDocuments(sorted, {
        source,
        documents: index.documents("tinh"),
        spool,
        messages: false,
      });
      note = `${String(plan.planned.length)} planned, ${String(sorted.refusals.count)} refused`;
      spool.close();
      store.close();
      await repository.close();
    });
    break;
  case "import":
    await timed(async () => {
      const repository = openRepository(join(work, "repository.git"));
      const store = openImportStore(join(work, "import.db"), clock);
      const { state, counts } = await runImport(source, {
        repository,
        store,
        folder: join(work, "imports"),
        profile: () => Promise.resolve(profile),
        textOf: () => Promise.resolve(undefined),
        deliver: async ({ sha }) => repository.updateRef("refs/heads/main", sha, undefined),
        environment: {},
        sample: undefined,
        clock,
      });
      note = `${state}: ${String(counts.added)} added, ${String(counts.quarantined)} in quarantine`;
      store.close();
      await repository.close();
    });
    break;
  case "fast-import": {
    const from = openRepository(join(work, "repository.git"));
    const to = openRepository(join(work, "alone.git"));
    const entries = (await from.listTree("main", { path: "content/sites", recursive: true })).filter(
      ({ type }) => type === "blob",
    );
    const files: { path: string; data: Buffer }[] = [];
    for (const { path, oid } of entries) files.push({ path, data: (await from.readObject(oid)).data });
    const person = { name: "Cong", email: "cong@example.vn", date: clock() };
    await timed(() => bringCommit(to, { parent: "main", author: person, message: "All\n", files }));
    await from.close();
    await to.close();
    break;
  }
  default:
    throw new Error(`There is no step ${mode}.`);
}
console.log(JSON.stringify({ seconds, cpu, peak: statusMB(process.pid, "VmHWM"), note }));
