import { expect, onTestFinished, test } from "vitest";
import { consultationSchema } from "../../src/content-model/consultation.ts";
import {
  draftOpinionsSchema,
  opinionDraftsSchema,
  opinionSchema,
} from "../../src/editorial/opinion-answers.ts";
import { opinionDesk } from "../../src/operations/opinions/desk-routes.ts";
import { openOpinionStore } from "../../src/operations/opinions/opinion-store.ts";
import { anApprovingForge } from "../support/an-approving-forge.ts";
import { aSiteContent } from "../support/content.ts";
import { aPortal } from "../support/portal.ts";

const draft = consultationSchema.parse({
  ...{ title: "Dự thảo Quyết định về vỉa hè", type: "quyet-dinh", field: "giao-thong", unit: "Sở Xây dựng" },
  ...{ openedOn: "2026-02-09", closesOn: "2026-03-12" },
});
const sent = { text: "Điều 4: chừa lối đi bộ rộng 1,5 m.", name: "Trần Thị Hoa", unit: "", email: "" };

async function aDesk() {
  const { forge, clock } = await anApprovingForge();
  const store = openOpinionStore(":memory:", () => clock.now);
  onTestFinished(() => {
    store.close();
  });
  const { title } = draft;
  const kept = store.receive("1", { ...sent, draft: "tinh/2026/via-he", title });
  store.receive("2", { ...sent, draft: "tinh/2025/da-doi-ten", title: "Dự thảo đã đổi tên" });
  const entry = {
    ...{ file: "content/sites/tinh/consultations/2026/via-he.md", oid: "0", slug: "via-he", year: "2026" },
    ...{ data: draft, media: [], record: undefined },
  };
  const site = aSiteContent({ entries: { consultation: [entry] } });
  const portal = aPortal();
  const app = opinionDesk(forge, {
    store,
    content: () => Promise.resolve({ portal, sites: new Map([["tinh", site]]) }),
    clock: () => clock.now,
  });
  const ask = (login: string, path: string, body?: unknown) => {
    const token = forge.accounts.issueToken(login, { note: "thử", expiresInDays: 1 });
    return app.request(`/desk/opinions${path}`, {
      method: body === undefined ? "GET" : "PUT",
      headers: { Authorization: `token ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
  return { app, ask, id: String(kept.id), store };
}

test("editors and approvers of its site read what people say of a draft; nobody else does", async () => {
  const { app, ask, id } = await aDesk();
  for (const login of ["viet", "duyet"]) {
    const answer = await ask(login, "/tinh/2026/via-he");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(draftOpinionsSchema.parse(await answer.json())).toMatchObject({
      draft: { state: "closed", received: 1, waiting: 1 },
      opinions: [{ text: sent.text, name: sent.name, verdict: "" }],
    });
  }
  for (const login of ["van-hanh", "duyet-so"])
    expect((await ask(login, "/tinh/2026/via-he")).status).toBe(403);
  expect((await ask("van-hanh", `/${id}`, { verdict: "tiep-thu", answer: "" })).status).toBe(403);
  expect(opinionDraftsSchema.parse(await (await ask("van-hanh", "")).json()).drafts).toEqual([]);
  expect((await app.request("/desk/opinions")).status).toBe(401);
});

test("comments on a draft that was renamed are not lost with it", async () => {
  const { ask } = await aDesk();
  const { drafts } = opinionDraftsSchema.parse(await (await ask("viet", "")).json());
  expect(drafts.map(({ id, state, received }) => [id, state, received])).toEqual([
    ["tinh/2026/via-he", "closed", 1],
    ["tinh/2025/da-doi-ten", "gone", 1],
  ]);
  expect((await ask("viet", "/tinh/2025/da-doi-ten")).status).toBe(200);
});

test("what is made of a comment is kept with who said so, and can be taken back", async () => {
  const { ask, id, store } = await aDesk();
  const handle = (body: unknown) => ask("viet", `/${id}`, body);
  const answer = await handle({ verdict: "tiep-thu", answer: "  Lối đi bộ\n rộng 1,5 m " });
  expect(opinionSchema.parse(await answer.json())).toMatchObject({
    ...{ verdict: "tiep-thu", answer: "Lối đi bộ rộng 1,5 m" },
    handledBy: expect.not.stringMatching(/^$/) as string,
  });
  expect((await handle({ verdict: "khac", answer: "" })).status).toBe(422);
  expect((await handle({ verdict: "giai-trinh", answer: "x".repeat(601) })).status).toBe(422);
  await handle({ verdict: "", answer: "" });
  expect(store.find(Number(id))).toMatchObject({ verdict: "", handledBy: "" });
  expect((await ask("viet", "/99", { verdict: "tiep-thu", answer: "" })).status).toBe(404);
});
