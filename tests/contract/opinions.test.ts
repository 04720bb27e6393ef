import { expect, test } from "vitest";
import { consultationSchema } from "../../src/content-model/consultation.ts";
import { opinionsTable } from "../../src/editorial/opinions-table.ts";
import { anOpinionForm, sendOpinion } from "../support/opinions.ts";

const draft = consultationSchema.parse({
  ...{ title: "Dự thảo Quyết định về vỉa hè", type: "quyet-dinh", field: "giao-thong", unit: "Sở Xây dựng" },
  ...{ openedOn: "2026-02-09", closesOn: "2026-03-12" },
});
const text = "Điều 4: chừa lối đi bộ rộng 1,5 m cho xe lăn.";

test("a comment on an open draft gets a receipt, which tells nothing of who wrote it", async () => {
  const world = anOpinionForm(draft, "2026-03-01T02:00:00Z");
  expect(await (await world.get("/gop-y/tinh/2026/via-he")).text()).toContain("đến hết ngày 12/03/2026");
  const answer = await sendOpinion(world, { text, name: "Trần Thị Hoa", email: "hoa@example.com" });
  expect(answer.status).toBe(303);
  const receipt = answer.headers.get("Location") ?? "";
  expect(receipt).toMatch(/^\/bien-nhan\/GY-2026-0001-[A-Z2-9]{6}\?moi$/);
  const page = await (await world.get(receipt)).text();
  expect(page).toContain("Dự thảo Quyết định về vỉa hè");
  expect(page).not.toMatch(/Trần Thị Hoa|hoa@example/);
  expect(world.opinions.of("tinh/2026/via-he")).toMatchObject([{ text, name: "Trần Thị Hoa" }]);
});

test("a form that is sent twice is one comment", async () => {
  const world = anOpinionForm(draft, "2026-03-01T02:00:00Z");
  const token = await world.token();
  await sendOpinion(world, { text }, token);
  await sendOpinion(world, { text }, token);
  expect(world.opinions.of()).toHaveLength(1);
});

test("what is missing is said where it is missing, and what was written stays", async () => {
  const world = anOpinionForm(draft, "2026-03-01T02:00:00Z");
  const answer = await sendOpinion(world, { text: "ngắn", email: "không phải thư" });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("ít nhất 10 ký tự");
  expect(page).toContain("«Thư điện tử» phải là địa chỉ thư");
  expect(page).toContain("không phải thư");
  expect(world.opinions.of()).toEqual([]);
});

test("nothing is taken after the last day, not even by a form that was open before", async () => {
  const world = anOpinionForm(draft, "2026-03-12T16:50:00Z");
  const token = await world.token();
  world.now = new Date("2026-03-12T17:00:00Z");
  const answer = await sendOpinion(world, { text }, token);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain("đến hết ngày 12/03/2026");
  expect((await world.get("/gop-y/tinh/2026/khong-co")).status).toBe(404);
});

test("nothing is taken from another place's page, and nothing with a secrecy mark", async () => {
  const world = anOpinionForm(draft, "2026-03-01T02:00:00Z");
  const foreign = await sendOpinion(world, { text }, undefined, "https://elsewhere.example");
  expect(foreign.status).toBe(403);
  expect((await sendOpinion(world, { text: `TUYỆT MẬT\n${text}` })).status).toBe(422);
  expect(world.opinions.of()).toEqual([]);
});

test("the table for those who drafted holds no formula", () => {
  const at = new Date("2026-03-01T02:00:00Z");
  const opinion = { code: "GY-2026-0001-AAAAAA", draft: "tinh/2026/via-he", title: "", at };
  const table = opinionsTable([
    { ...opinion, text: '=1+1 "x"', name: "-A", unit: "", email: "", verdict: "", answer: "" },
  ]);
  expect(table.startsWith("\ufeff")).toBe(true);
  expect(table).toContain(`"'=1+1 ""x"""`);
  expect(table).toContain(`"'-A"`);
});

test("who commented is forgotten after a time, what they said is not", async () => {
  const world = anOpinionForm(draft, "2026-03-01T02:00:00Z");
  await sendOpinion(world, { text, name: "Trần Thị Hoa" });
  expect(world.opinions.purge(new Date("2026-02-01T00:00:00Z"))).toBe(0);
  expect(world.opinions.purge(new Date("2027-03-02T00:00:00Z"))).toBe(1);
  expect(world.opinions.of()).toMatchObject([{ text, name: "" }]);
});
