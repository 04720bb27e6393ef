import { expect, test } from "vitest";
import { presenceRoutes } from "../../../src/operations/presence.ts";

const people: Record<string, { login: string; name: string }> = {
  a: { login: "thu.mai", name: "Thu Mai" },
  b: { login: "van.an", name: "Văn An" },
};

function aDesk() {
  const clock = { now: new Date("2026-11-20T08:00:00+07:00") };
  const app = presenceRoutes(
    (token) => Promise.resolve(people[token]),
    () => clock.now,
  );
  const tell = async (token: string, note: object = {}): Promise<unknown> => {
    const body = JSON.stringify({ entry: "cms/tinh-tin-2026/khoi-cong", tab: token, typing: false, ...note });
    const headers = { Authorization: `token ${token}` };
    const response = await app.request("/dang-soan", { method: "POST", headers, body });
    return response.ok ? ((await response.json()) as { others: unknown }).others : response.status;
  };
  return { tell, clock };
}

test("whoever opens an entry learns who has it open since when, and whether they type", async () => {
  const { tell } = aDesk();
  expect(await tell("a", { typing: true })).toEqual([]);
  expect(await tell("b")).toEqual([
    { login: "thu.mai", name: "Thu Mai", since: "2026-11-20T01:00:00.000Z", typing: true },
  ]);
});

test("one's own other window and another entry are nobody else", async () => {
  const { tell } = aDesk();
  await tell("a");
  expect(await tell("a", { tab: "second" })).toEqual([]);
  expect(await tell("b", { entry: "cms/tinh-tin-2026/khac" })).toEqual([]);
});

test("who has closed the form, or has been silent for long, is there no more", async () => {
  const { tell, clock } = aDesk();
  await tell("a");
  await tell("a", { left: true });
  expect(await tell("b")).toEqual([]);
  await tell("a");
  clock.now = new Date(clock.now.getTime() + 60_000);
  expect(await tell("b")).toEqual([]);
});

test("strangers and malformed notes are refused", async () => {
  const { tell } = aDesk();
  expect(await tell("nobody")).toBe(401);
  expect(await tell("a", { entry: "../main" })).toBe(400);
});
