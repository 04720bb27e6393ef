import { join } from "node:path";
import { systemClock } from "../../src/foundation/clock.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openDataFolder } from "../../src/operations/data-folder.ts";
import { openPressRoom } from "../../src/operations/press-room.ts";
import { openRemoteHosts } from "../../src/operations/remote-hosts.ts";
import { catchUpHosts, publishMain } from "../../src/publishing/publish-main.ts";
import { rollBack } from "../../src/publishing/publish-rollback.ts";
import { withoutAuthors } from "../../src/publishing/without-authors.ts";

/**
 * A publisher in a process of its own, which a test can kill: publishes main of a data folder whenever it is told to, or goes
 * back to the release before and lifts the hold again. Answers each time when it is done.
 */
const data = await openDataFolder(process.argv[2] ?? "");
const repository = openRepository(data.repository);
const room = await openPressRoom({
  checkout: join(import.meta.dirname, "../.."),
  data,
  repository,
  clock: systemClock,
  log: () => undefined,
});
const { hosts: settings = [] } = await room.reader.portal();
const { hosts } = await openRemoteHosts(settings, { data, domains: new Map() });
const press = room.pressFor(hosts);

async function publish(): Promise<void> {
  const { ahead } = await catchUpHosts(press);
  await publishMain(
    withoutAuthors(press, () => undefined),
    ahead,
  );
}

async function goBack(): Promise<void> {
  const [, before] = room.ledger.recent(2);
  if (before) await rollBack(before.manifest.sequence, "thử tải", press);
  room.ledger.lift();
}

process.on("message", (order) => {
  void (async () => {
    try {
      await (order === "back" ? goBack() : publish());
      process.send?.("done");
    } catch (error) {
      process.send?.(`failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  })();
});
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
