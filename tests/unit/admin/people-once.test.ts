import { expect, test } from "vitest";
import { asksForPerson, personOnce } from "../../../admin/cms/people-once.ts";

const api = "https://toa-soan.example.vn/api/v3";
const asking = (login: string) => new Request(`${api}/users/${login}`);

test("who somebody is is asked once, and everybody who asks can read the answer", async () => {
  let asked = 0;
  const send = () => {
    asked += 1;
    return Promise.resolve(Response.json({ login: "bientap" }));
  };
  const answers = await Promise.all([1, 2, 3].map(() => personOnce(asking("bientap"), send)));
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual(
    [1, 2, 3].map(() => ({ login: "bientap" })),
  );
  expect(asked).toBe(1);
});

test("what could not be answered is asked again", async () => {
  const answers = [Response.json({ message: "Not Found" }, { status: 404 }), Response.json({ login: "moi" })];
  const send = () => Promise.resolve(answers.shift() ?? Response.error());
  expect((await personOnce(asking("moi"), send)).status).toBe(404);
  expect((await personOnce(asking("moi"), send)).status).toBe(200);
  await expect(
    personOnce(asking("mat-mang"), () => Promise.reject(new TypeError("offline"))),
  ).rejects.toThrow("offline");
  expect((await personOnce(asking("mat-mang"), () => Promise.resolve(Response.json({})))).ok).toBe(true);
});

test("nothing else is taken for that question", () => {
  expect(asksForPerson({ api }, asking("bientap"))).toBe(true);
  expect(asksForPerson({ api }, new Request(`${api}/user`))).toBe(false);
  expect(asksForPerson({ api }, new Request(`${api}/users/bientap`, { method: "PATCH" }))).toBe(false);
  expect(asksForPerson({ api }, new Request("https://elsewhere.example/users/bientap"))).toBe(false);
});
