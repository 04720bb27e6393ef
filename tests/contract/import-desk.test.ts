import { expect, test } from "vitest";
import { importsSchema, rawRecordSchema, retrySchema } from "../../src/editorial/import-answers.ts";
import { importDesk } from "../../src/operations/hscv/desk-routes.ts";
import { aFeed, anImport, aRecord, records } from "../support/an-import.ts";

async function aDesk() {
  const hscv = await anImport();
  await hscv.feed(aFeed([aRecord({ Id: "vb-1", NgayBanHanh: "31/11/2026" }), ...records(1)]));
  await hscv.run();
  const app = importDesk(hscv.forge, () => hscv.office);
  const ask = async (login: string, path: string, method = "GET") => {
    const token = hscv.forge.accounts.issueToken(login, { note: "thử", expiresInDays: 1 });
    return app.request(`/desk/imports${path}`, { method, headers: { Authorization: `token ${token}` } });
  };
  return { ...hscv, ask, app };
}

test("operators alone see what was not taken: it may hold what is private", async () => {
  const { ask, app } = await aDesk();
  for (const login of ["viet", "duyet", "lanh-dao"])
    for (const path of ["", "/1"]) expect((await ask(login, path)).status).toBe(403);
  expect((await ask("viet", "/sources/hscv/retry", "POST")).status).toBe(403);
  expect((await app.request("/desk/imports")).status).toBe(401);
});

test("an operator sees why a record waits, looks at it, and reads its source again once it is mended", async () => {
  const { ask, feed } = await aDesk();
  const before = importsSchema.parse(await (await ask("van-hanh", "")).json());
  expect(before).toMatchObject({
    count: 1,
    sources: [{ id: "hscv", last: { state: "done", added: 1, quarantined: 1 } }],
    waiting: [
      { title: "45/KH-UBND – Triển khai tháng hành động vì môi trường nông thôn năm 2026", raw: true },
    ],
  });
  expect(before.waiting[0]?.reasons[0]).toMatchObject({
    message: expect.stringContaining("31/11/2026") as string,
    remedy: expect.stringContaining("xuất lại") as string,
  });
  const id = String(before.waiting[0]?.id);
  expect(rawRecordSchema.parse(await (await ask("van-hanh", `/${id}`)).json()).raw).toContain(
    "<NgayBanHanh>31/11/2026",
  );

  await feed(aFeed([aRecord({ Id: "vb-1", NgayBanHanh: "13/11/2026" }), ...records(1)]));
  expect(
    retrySchema.parse(await (await ask("van-hanh", "/sources/hscv/retry", "POST")).json()),
  ).toMatchObject({ ok: true });
  expect(importsSchema.parse(await (await ask("van-hanh", "")).json())).toMatchObject({
    count: 0,
    waiting: [],
  });
  expect((await ask("van-hanh", `/${id}`)).status).toBe(404);
});
