import { expect, test } from "vitest";
import { parseReceiveHead } from "../../src/forge/receive-commands.ts";

const line = (text: string): string =>
  (Buffer.byteLength(text) + 4).toString(16).padStart(4, "0").toUpperCase() + text;
const [old, now] = ["a".repeat(40), "b".repeat(40)];

test("ids are read as git reads them, in either case", () => {
  const head = `${line(`${old.toUpperCase()} ${now.toUpperCase()} refs/heads/x\0 report-status\n`)}0000PACK`;
  expect(parseReceiveHead(Buffer.from(head))).toEqual({
    commands: [{ ref: "refs/heads/x", before: old, after: now }],
    capabilities: new Set(["report-status"]),
    end: head.length - "PACK".length,
  });
});

test("a list of commands that is not complete or not understood is none", () => {
  const good = line(`${old} ${now} refs/heads/x`);
  for (const head of ["", good, `${good}zzzz`, `${good}0001`, `${line("push-cert\0")}0000`, `00ff${good}`])
    expect(parseReceiveHead(Buffer.from(head))).toBeUndefined();
});
