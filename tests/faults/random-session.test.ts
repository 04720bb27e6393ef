import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { openRepository } from "../../src/git/repository.ts";
import { gitEnvironment } from "../../src/git/run.ts";
import { judgeLeftovers, judgeRecord } from "../support/random-session/judge-record.ts";
import { judgeReaders } from "../support/random-session/judge-readers.ts";
import { aNewsroomUnderFire } from "../support/random-session/newsroom-under-fire.ts";
import { emptyRecord } from "../support/random-session/record.ts";
import { runSession, type SessionPlan } from "../support/random-session/run-session.ts";
import { settled } from "../support/random-session/settle.ts";

const full = process.env["FULL"] === "1";
const given = process.env["SEED"];
const seeds = given === undefined ? (full ? [20_261_129, 41, 7] : [20_261_129]) : [Number(given)];
const plans: SessionPlan[] = seeds.map((seed) =>
  full ? { seed, actions: 200, crashes: 5 } : { seed, actions: 40, crashes: 1 },
);

test.for(plans)(
  "four people, $actions actions by chance, $crashes crashes: nothing that was saved is lost, nothing is self-approved (seed $seed)",
  { timeout: 600_000 },
  async (plan) => {
    const newsroom = await aNewsroomUnderFire();
    onTestFinished(async () => {
      await newsroom.stop();
    });
    const repository = openRepository(join(newsroom.data, "repository.git"));
    onTestFinished(() => repository.close());
    const since = (await repository.resolve("main")) ?? "";
    const record = emptyRecord();

    await runSession({ newsroom, record, losses: { request: 0.01, line: 0.05 } }, plan);
    await settled(newsroom);
    const readers = await judgeReaders(newsroom.addresses(), repository);
    expect(await newsroom.stop()).toBe(0);

    const wrong = await judgeRecord(record, {
      repository,
      since,
      forgeDatabase: join(newsroom.data, "forge.db"),
      intakeDatabase: join(newsroom.data, "intake.db"),
    });
    const leftovers = await judgeLeftovers(newsroom.data);
    const told = [...record.outcomes]
      .sort()
      .map(([outcome, count]) => `${String(count).padStart(4)} ${outcome}`);
    console.log(told.join("\n"));
    const again = `Run it again: ${full ? "FULL=1 " : ""}SEED=${plan.seed} npx vitest run --project faults tests/faults/random-session.test.ts`;
    expect(
      [...wrong, ...readers, ...leftovers],
      `${again}\n${newsroom.output().split("\n").slice(-80).join("\n")}`,
    ).toEqual([]);
    await promisify(execFile)("git", ["fsck", "--full", "--no-dangling"], {
      cwd: repository.dir,
      env: gitEnvironment(),
    });
  },
);
