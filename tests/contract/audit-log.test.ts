import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openAccounts } from "../../src/forge/accounts.ts";
import { auditEntries } from "../../src/forge/audit.ts";
import { openDatabase, type Database } from "../../src/forge/database.ts";
import { openIssues } from "../../src/forge/issues.ts";
import { openMoves } from "../../src/forge/moves.ts";
import { openPulls } from "../../src/forge/pulls.ts";
import { openReviews } from "../../src/forge/reviews.ts";
import { openTokens } from "../../src/forge/tokens.ts";
import { auditReport } from "../../src/operations/audit-report.ts";

const clock = () => new Date("2026-11-20T03:00:00Z");

let data: string;
let database: Database;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "cong-audit-"));
  database = openDatabase(join(data, "forge.db"));
});

afterEach(async () => {
  database.close();
  await rm(data, { recursive: true, force: true });
});

/** A submission from its opening to its merge, by an editor and an approver. */
function aLoop(): void {
  const pulls = openPulls(database, clock);
  const [headRef, head] = ["cms/tinh-tin-2026/bai", "a".repeat(40)];
  const moves = openMoves(database, clock);
  moves.settle(moves.intend({ ref: `refs/heads/${headRef}`, before: null, after: head, login: "bientap" }));
  const { number } = pulls.open({
    ...{ title: "=Khánh thành cầu, ngày 16/10", body: null, openedBy: "bientap" },
    ...{ headRef, headSha: head, baseSha: head },
  });
  openIssues(database, clock).setLabels(number, ["decap-cms/pending_review"], "bientap");
  openReviews(database, clock).add({ number, login: "duyet", state: "APPROVED", body: "", commit: head });
  pulls.markMerged(number, { by: "duyet", sha: "b".repeat(40), baseSha: head });
}

const said = () =>
  auditEntries(database).map(({ login, action, subject }) => `${login} ${action} ${subject}`);

test("the database itself writes down who did what", () => {
  aLoop();
  expect(said()).toEqual([
    "bientap made refs/heads/cms/tinh-tin-2026/bai",
    "bientap opened a submission #1",
    "bientap labelled #1",
    "duyet approved #1",
    "duyet merged #1",
  ]);
});

test("signing in and out, passwords and leaving are in it, and no secret is", async () => {
  const accounts = openAccounts(database, openTokens(database, clock), clock);
  await accounts.create({
    login: "lan",
    name: "Hoàng Lan",
    email: "lan@example.vn",
    password: "một câu dài",
  });
  const session = accounts.startSession("lan");
  accounts.revoke(session);
  await accounts.update("lan", { password: "một câu khác" });
  await accounts.update("lan", { password: "một câu của mình", passwordBy: "lan" });
  await accounts.update("lan", { disabled: true });
  expect(said()).toEqual([
    "console made the account lan",
    "lan signed in lan",
    "lan signed out lan",
    "console changed the password of lan",
    "lan changed the password of lan",
    "console disabled lan",
  ]);
  const everything = JSON.stringify(auditEntries(database));
  for (const secret of [session, "một câu", "scrypt"]) expect(everything).not.toContain(secret);
});

test("nothing changes or removes what it says", () => {
  aLoop();
  expect(() => database.run("UPDATE audit SET login = 'ai-khac'")).toThrow("only grows");
  expect(() => database.run("DELETE FROM audit")).toThrow("only grows");
});

test("a database of an earlier version goes on with all that it has", async () => {
  const file = join(data, "old.db");
  openDatabase(file).close();
  const old = new DatabaseSync(file);
  for (const { name } of old.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
    old.exec(`DROP TRIGGER ${String(name)}`);
  old.exec(
    "DROP TABLE audit; DROP TABLE assignees; DROP TABLE merges; DROP TABLE imports; DROP INDEX labels_by_name; PRAGMA user_version = 1",
  );
  for (const column of ["password_by", "must_change"]) old.exec(`ALTER TABLE accounts DROP COLUMN ${column}`);
  old.exec(
    "INSERT INTO accounts (login, name, email, bot, created_at, updated_at) VALUES ('lan', 'Lan', 'l@example.vn', 0, '', '')",
  );
  old.close();
  const opened = openDatabase(file);
  const accounts = openAccounts(opened, openTokens(opened, clock), clock);
  expect(accounts.find("lan")?.name).toBe("Lan");
  await accounts.update("lan", { disabled: true });
  expect(auditEntries(opened).map(({ action }) => action)).toEqual(["disabled"]);
  opened.close();
});

test("it is written out for people, spreadsheets and programs, from a day on and for one person", async () => {
  aLoop();
  const report = (format: "text" | "csv" | "jsonl", more = {}) => auditReport(data, { format, ...more });
  expect(await report("text")).toContain("2026-11-20 10:00  duyet merged #1");
  expect(await report("csv")).toContain(`"'=Khánh thành cầu, ngày 16/10"`);
  const lines = (await report("jsonl", { login: "duyet" })).split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { action: string }).action)).toEqual([
    "approved",
    "merged",
  ]);
  expect(await report("text", { since: "2026-11-21" })).toBe("");
  await expect(report("text", { since: "hôm qua" })).rejects.toThrow("--since hôm qua is no day.");
});
