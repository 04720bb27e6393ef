import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished, expect, test } from "vitest";
import { listRefs } from "../../src/git/refs.ts";
import { followMirrors, readBackups } from "../../src/operations/follow-mirrors.ts";
import { aForge } from "../support/a-forge.ts";
import { aFolder } from "../support/a-repository.ts";
import { until } from "../support/until.ts";

test("every save is on the mirrors at once, also those that a mirror missed while it was away", async () => {
  const folder = await aFolder();
  const [near, far] = [join(folder, "near.git"), join(folder, "far.git")];
  const { forge, repository, clock, ...desk } = await aForge();
  const logged: string[] = [];
  const following = await followMirrors({
    forge,
    repository,
    backups: readBackups({ CONG_MIRRORS: `near=${near} far=${far}` }),
    state: join(folder, "mirrors.json"),
    clock: () => clock.now,
    log: (line) => logged.push(line),
    untilNextTry: 20,
  });
  onTestFinished(() => following.stop());
  const main = await repository.resolve("main");
  const save = (name: string) =>
    desk.api("bien-tap", "POST", "/git/refs", { ref: `refs/heads/${name}`, sha: main });
  const holds = (mirror: string, name: string) =>
    until(`${name} on ${mirror}`, async () => {
      const refs = await listRefs(mirror, "refs/heads/").catch(() => []);
      return refs.find((ref) => ref.name === `refs/heads/${name}`);
    });

  await save("mot");
  expect((await holds(near, "mot")).oid).toBe(main);
  await holds(far, "mot");

  // A file stands where the mirror was: it can be neither reached nor made anew.
  await rename(far, `${far}.away`);
  await writeFile(far, "");
  await save("hai");
  await holds(near, "hai");
  clock.advance(90_000);
  await until("the alarm", () =>
    Promise.resolve(logged.find((line) => line.startsWith("ALARM: The mirror far has been behind for 90 s"))),
  );
  await rename(far, `${far}.obstacle`);
  await rename(`${far}.away`, far);
  await holds(far, "hai");
  await until("the good news", () =>
    Promise.resolve(logged.find((line) => line === "The mirror far holds everything again.")),
  );
  // Said once, however often it was tried.
  expect(logged).toHaveLength(2);
});
