import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { aForge, type TestForge } from "../support/a-forge.ts";
import { aFolder, aRepository, git } from "../support/a-repository.ts";
import { saveNewEntry } from "../support/decap.ts";

interface Running {
  origin: string;
  token: string;
  kill(): Promise<void>;
}

/** Starts a forge in a process of its own and waits until it listens. */
async function start(dir: string, databaseFile: string): Promise<Running> {
  const script = new URL("../support/forge-process.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [script, dir, databaseFile], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await exited;
  };
  onTestFinished(kill);
  for await (const line of createInterface({ input: child.stdout })) {
    const { origin, tokens } = z
      .object({ origin: z.string(), tokens: z.array(z.string()) })
      .parse(JSON.parse(line));
    return { origin, token: tokens[0] ?? "", kill };
  }
  throw new Error("The forge ended before it listened.");
}

/** Saves entry after entry, publishing every third, until the forge is gone. Tells which were acknowledged. */
async function saveUntilKilled(running: Running, round: number, saved: Map<string, string>): Promise<void> {
  const api: TestForge["api"] = (_login, method, path, body) =>
    fetch(`${running.origin}/api/v3/repos/tinh/cong${path}`, {
      method,
      headers: { Authorization: `token ${running.token}`, "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  for (let n = 0; ; n += 1) {
    const name = `bai-${round}-${n}`;
    const entry = { key: `x/${name}`, path: `content/${name}.md`, text: `${name}\n` };
    try {
      const { number } = await saveNewEntry({ api }, "bien-tap", entry);
      saved.set(entry.path, `refs/pull/${number}/head`);
      if (n % 3 === 0 && (await api("bien-tap", "PUT", `/pulls/${number}/merge`, {})).ok) {
        saved.set(entry.path, "main");
      }
    } catch {
      return;
    }
  }
}

test("killed at any moment, the forge loses nothing that it said was saved", async () => {
  const repository = await aRepository();
  const databaseFile = join(await aFolder(), "forge.sqlite");
  const saved = new Map<string, string>();
  for (let round = 0; round < 5; round += 1) {
    const running = await start(repository.dir, databaseFile);
    const before = saved.size;
    const saving = saveUntilKilled(running, round, saved);
    // At another place in the flow of requests each time: after so many objects, wherever that is.
    const objects = Number(git(repository.dir, "count-objects").split(" ")[0]) + 12 + 7 * round;
    while (Number(git(repository.dir, "count-objects").split(" ")[0]) < objects)
      await new Promise(setImmediate);
    await running.kill();
    await saving;
    expect(saved.size).toBeGreaterThanOrEqual(before);
  }
  expect(saved.size).toBeGreaterThan(5);

  const healed = await aForge({ repository, databaseFile });
  await healed.forge.heal();
  expect(await healed.forge.heal()).toEqual([]);
  for (const [path, ref] of saved) {
    const text = await repository.readFile(ref, path);
    expect([path, ref, String(text)]).toEqual([
      path,
      ref,
      `${path.slice("content/".length, -".md".length)}\n`,
    ]);
  }
  // Every branch of a submission is on the board.
  const open = z.array(
    z.object({ head: z.object({ ref: z.string() }), labels: z.array(z.unknown()).min(1) }),
  );
  const pulls = open.parse(await (await healed.api("duyet", "GET", "/pulls?per_page=100")).json());
  const branches = (await repository.refs("refs/heads/cms/")).map(({ name }) =>
    name.replace("refs/heads/", ""),
  );
  expect(pulls.map(({ head }) => head.ref).sort()).toEqual(branches.sort());
  expect(git(repository.dir, "fsck", "--full")).not.toMatch(/error|missing|corrupt/);
});
