import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openAccounts } from "../../src/forge/accounts.ts";
import { openDatabase } from "../../src/forge/database.ts";
import { openIssues } from "../../src/forge/issues.ts";
import { openPulls } from "../../src/forge/pulls.ts";
import { openTokens } from "../../src/forge/tokens.ts";
import { createBareRepository } from "../../src/git/create-bare-repository.ts";
import { openAccountOffice, type AccountOffice } from "../../src/operations/accounts/account-office.ts";
import { refuseDemoAccounts } from "../../src/operations/accounts/refuse-demo-accounts.ts";
import { provideDemoAccounts } from "../../src/operations/demo-accounts.ts";
import type { Portal } from "../../src/content-model/portal.ts";
import { aCheckout } from "../support/a-repository.ts";

const clock = () => new Date("2026-11-20T03:00:00Z");
const portal: Portal = {
  name: "Tỉnh Sông Mây",
  timeZone: "Asia/Ho_Chi_Minh",
  sites: ["tinh"],
  people: [
    { login: "duyet", name: "Hoàng Lan", grants: [{ role: "approver", sites: "*" }] },
    { login: "vanhanh", name: "Minh Khôi", grants: [{ role: "operator", sites: "*" }] },
  ],
  releaseKeys: [],
};
const lan = { login: "lan", name: "Hoàng Lan", email: "lan@example.vn" };

let data: string;
let office: AccountOffice;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "cong-accounts-"));
  office = await openAccountOffice(data, clock);
});

afterEach(async () => {
  office.close();
  await rm(data, { recursive: true, force: true });
});

/** The accounts as a newsroom that runs on the same folder has them. */
async function inNewsroom<Result>(
  work: (accounts: ReturnType<typeof openAccounts>) => Promise<Result> | Result,
) {
  const database = openDatabase(join(data, "forge.db"));
  try {
    return await work(openAccounts(database, openTokens(database, clock), clock));
  } finally {
    database.close();
  }
}

const shownPassword = (report: string) => /Password: (\S+)/.exec(report)?.[1] ?? "";

test("the first account is made before any newsroom has run, and signs in with the password that is shown once", async () => {
  const report = await office.add(lan);
  const account = await inNewsroom((accounts) => accounts.signIn("lan", shownPassword(report)));
  expect(account).toMatchObject({ name: "Hoàng Lan", mustChangePassword: true });
  expect(await office.list()).not.toContain(shownPassword(report));
});

test("a new password ends what was signed in with the old one", async () => {
  const old = shownPassword(await office.add(lan));
  const session = await inNewsroom((accounts) => accounts.startSession("lan"));
  const report = await office.setPassword("lan", "một câu dài dễ nhớ");
  expect(report).not.toContain("một câu dài dễ nhớ");
  expect(await office.list()).toMatch(/^lan .*2026-11-20$/m);
  await inNewsroom(async (accounts) => {
    expect(accounts.holder(session)).toBeUndefined();
    expect(await accounts.signIn("lan", old)).toBeUndefined();
    expect((await accounts.signIn("lan", "một câu dài dễ nhớ"))?.login).toBe("lan");
  });
});

test("who leaves can do nothing at once, with sign-ins and tokens of tools", async () => {
  const password = shownPassword(await office.add(lan));
  const token = await inNewsroom((accounts) =>
    accounts.issueToken("lan", { note: "công cụ", expiresInDays: 9 }),
  );
  await office.disable("lan");
  await inNewsroom(async (accounts) => {
    expect(accounts.holder(token)).toBeUndefined();
    expect(await accounts.signIn("lan", password)).toBeUndefined();
  });
  expect(await office.list()).toMatch(/^lan .*disabled/m);
});

test("who leaves hands over what waits, to somebody who may go on with it", async () => {
  for (const login of ["lan", "mai", "hai"]) await office.add({ ...lan, login });
  const database = openDatabase(join(data, "forge.db"));
  const pulls = openPulls(database, clock);
  const head = "a".repeat(40);
  const aPull = (title: string, openedBy: string) =>
    pulls.open({ title, body: null, openedBy, headRef: `cms/${title}`, headSha: head, baseSha: head }).number;
  const [first, second, others] = [aPull("bai-mot", "lan"), aPull("bai-hai", "lan"), aPull("bai-ba", "mai")];
  const assignees = () =>
    [first, second, others].map((number) => openIssues(database, clock).assignees(number));

  const hai: Portal["people"][number] = {
    login: "hai",
    name: "Hải Đăng",
    grants: [{ role: "editor", sites: "*" }],
  };
  const checkout = await aCheckout(join(data, "checkout"), {
    "content/portal.yaml": stringify({ ...portal, people: [...portal.people, hai] }),
  });
  await createBareRepository(checkout, join(data, "repository.git"));
  await expect(office.disable("lan", "mai")).rejects.toThrow("mai cannot go on with anything");
  expect(await office.list()).not.toMatch(/^lan .*disabled/m);

  const report = await office.disable("lan", "hai");
  expect(report).toContain("Submissions that hai goes on with from now on:");
  expect(assignees()).toEqual([["hai"], ["hai"], []]);
  // Whoever took it over leaves it to the next.
  expect(await office.disable("hai")).toContain("#1 bai-mot");
  database.close();
});

test("the address for notices can be changed, to one that mail can reach", async () => {
  await office.add(lan);
  await office.setEmail("lan", "hoang.lan@songmay.gov.vn");
  expect(await office.list()).toContain("hoang.lan@songmay.gov.vn");
  await expect(office.setEmail("lan", "hoang.lan")).rejects.toThrow('"hoang.lan" is no e-mail address.');
});

test("a short password and an unknown login are refused with what to do", async () => {
  await expect(office.add({ ...lan, password: "ngắn" })).rejects.toThrow("The password has 4 characters.");
  await expect(office.setPassword("ai-do")).rejects.toThrow('There is no account "ai-do".');
});

test("production does not start while a demo account opens, nor before an operator can sign in", async () => {
  const file = join(data, "demo-accounts.json");
  await inNewsroom(async (accounts) => {
    await expect(refuseDemoAccounts(portal, accounts, file)).rejects.toThrow("No operator can sign in yet.");
    await provideDemoAccounts(portal, accounts, file);
    await expect(refuseDemoAccounts(portal, accounts, file)).rejects.toThrow("Demo accounts still open");
  });
  for (const { login } of portal.people) await office.setPassword(login);
  await inNewsroom((accounts) => refuseDemoAccounts(portal, accounts, file));
});
