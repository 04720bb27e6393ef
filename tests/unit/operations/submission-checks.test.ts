import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSubmissionChecks } from "../../../src/operations/submission-checks.ts";
import { aContent } from "../../support/content.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const fileOf = (number: number) => `content/sites/tinh/news/2026/bai-${String(number)}.md`;

/** Checks of submissions 7 and 8, each of one file of its own, that break off until the disk has room again. */
function aDesk({ full = false, hasVerdict = false } = {}) {
  const desk = {
    full,
    open: [7, 8],
    main: "m1",
    /** The files that main changed since the verdicts. */
    changed: [] as string[],
    checked: [] as number[],
    said: [] as string[],
    readers: Promise.resolve(),
  };
  const checks = createSubmissionChecks({
    review: (number) => {
      if (desk.full) return Promise.reject(new Error("No space left on device"));
      desk.checked.push(number);
      const grounds = {
        paths: new Set([fileOf(number)]),
        folders: [],
        sites: new Set<string>(),
        articles: [],
      };
      return Promise.resolve(desk.open.includes(number) ? { main: desk.main, grounds } : undefined);
    },
    openSubmissions: () => desk.open.map((number) => ({ number, hasVerdict })),
    mainSince: (commit) => {
      const files = commit === desk.main ? [] : desk.changed;
      return Promise.resolve({
        main: desk.main,
        files: files.map((path) => ({ path, status: "modified", mode: "100644" })),
        content: aContent([]),
      });
    },
    othersFirst: () => desk.readers,
    clock: () => new Date(),
    log: (line) => desk.said.push(line),
  });
  /** Lets everything come to its end that is not waiting for a clock. */
  const settle = () => vi.advanceTimersByTimeAsync(0);
  /** Main moves, and the checks hear of it. */
  const move = async (to: string, ...changed: string[]) => {
    Object.assign(desk, { main: to, changed });
    checks.mainMoved();
    await settle();
  };
  return Object.assign(desk, { checks, settle, move });
}

describe("a check that broke off", () => {
  test("is made again, though nothing else happens", async () => {
    const { checks, said, settle, ...rest } = aDesk({ full: true });
    checks.check(7);
    await settle();
    expect(said).toEqual([expect.stringContaining("Submission 7 could not be checked, next try in 5 s")]);
    expect(rest.checked).toEqual([]);
  });

  test("leaves every open submission with its verdict once the trouble is over, and nothing is checked twice for it", async () => {
    const desk = aDesk({ full: true });
    desk.checks.checkAll();
    await vi.advanceTimersByTimeAsync(6000);
    expect(desk.checked).toEqual([]);
    desk.full = false;
    await vi.advanceTimersByTimeAsync(400_000);
    expect(desk.checked).toEqual([7, 8]);
  });

  test("is not made again once everything is stopped", async () => {
    const desk = aDesk({ full: true });
    desk.checks.check(7);
    await desk.settle();
    await desk.checks.stop();
    desk.full = false;
    await vi.advanceTimersByTimeAsync(400_000);
    expect(desk.checked).toEqual([]);
  });
});

describe("when main moves", () => {
  test("what rests on the changed files is checked again, and nothing else", async () => {
    const desk = aDesk();
    desk.checks.checkAll();
    await desk.settle();
    await desk.move("m2", fileOf(8));
    expect(desk.checked).toEqual([7, 8, 8]);
  });

  test("a verdict that stood is measured by what main changes from then on", async () => {
    const desk = aDesk();
    desk.checks.checkAll();
    await desk.settle();
    await desk.move("m2", "content/sites/tinh/news/2026/khac.md");
    expect(desk.checked).toEqual([7, 8]);
    await desk.move("m3", fileOf(7));
    expect(desk.checked).toEqual([7, 8, 7]);
  });

  test("a move during a check counts, though the check did not see it", async () => {
    const desk = aDesk();
    desk.checks.check(7);
    await desk.move("m2", fileOf(7));
    // The check was of m1: it is made again on m2.
    expect(desk.checked).toEqual([7, 7]);
  });

  test("nothing is checked that is no longer open", async () => {
    const desk = aDesk();
    desk.checks.checkAll();
    await desk.settle();
    desk.open = [8];
    await desk.move("m2", fileOf(7), fileOf(8));
    expect(desk.checked).toEqual([7, 8, 8]);
  });
});

describe("checking everything", () => {
  test("waits for readers where there are verdicts, and lets everybody go first who waits for one", async () => {
    const published = Promise.withResolvers<undefined>();
    const desk = aDesk({ hasVerdict: true });
    desk.readers = published.promise.then(() => undefined);
    desk.checks.checkAll();
    await desk.settle();
    expect(desk.checked).toEqual([]);
    desk.checks.check(8);
    await desk.settle();
    expect(desk.checked).toEqual([8]);
    published.resolve(undefined);
    await desk.settle();
    expect(desk.checked).toEqual([8, 7]);
  });

  test("waits for nobody where a submission has no verdict yet", async () => {
    const desk = aDesk();
    desk.readers = new Promise(() => undefined);
    desk.checks.checkAll();
    await desk.settle();
    expect(desk.checked).toEqual([7, 8]);
  });
});
