import { expect, onTestFinished, test } from "vitest";
import { openEntryStore } from "../../src/content-store/entry-store.ts";
import { accessForge } from "../../src/editorial/forge-access.ts";
import { readContent } from "../../src/operations/content-reader.ts";
import { connectAsNewsroom, repositoryName } from "../../src/operations/embedded-forge.ts";
import { followEmergencies } from "../../src/operations/follow-emergencies.ts";
import { judgeMain } from "../../src/operations/judge-main.ts";
import { takeDownRoutes } from "../../src/operations/take-down/desk-routes.ts";
import { obeyTakeDown } from "../../src/operations/take-down/obey-take-down.ts";
import { openTakeDownOffice } from "../../src/operations/take-down/take-down-office.ts";
import { anApprovingForge, articleFile } from "../support/an-approving-forge.ts";
import { aFolder } from "../support/folder.ts";
import { aBody, aNewsText } from "../support/news.ts";
import { until } from "../support/until.ts";

const article = (title: string, body?: string) => aNewsText({ title, category: "thong-bao" }, body);
const one = article("Bài thứ nhất có số liệu sai");
const other = article("Bài thứ hai có số liệu sai");
/** As it came to main before anybody looked for such numbers. */
const leaking = article(
  "Danh sách người được nhận hỗ trợ",
  `${aBody}\n\nCăn cước số 001085012345 của người nhận.`,
);

const wish = {
  entries: ["https://songmay.gov.vn/tin-tuc/2026/mot", articleFile("hai")],
  shown: "Số liệu đang được rà soát lại.",
  reason: "Số liệu sai ở cả hai bài, đang lan trên mạng",
  alone: true,
};

/** An office over a forge, and people who act at it. */
async function anOffice() {
  const forge = await anApprovingForge(
    {},
    { [articleFile("mot")]: one, [articleFile("hai")]: other, [articleFile("lo-so")]: leaking },
  );
  const api = await forge.listen();
  const clock = () => forge.clock.now;
  const entries = openEntryStore(`${await aFolder()}/entries.db`, "test");
  onTestFinished(() => {
    entries.close();
  });
  const reader = readContent(forge.repository, clock, entries);
  const office = openTakeDownOffice({
    repository: forge.repository,
    content: () => reader.at("main"),
    portal: () => reader.portal(),
    origins: () => new Map([["tinh", ["http://127.0.0.1:4302"]]]),
    clock,
  });
  const { client } = await connectAsNewsroom(forge.forge, api);
  const where = () => ({ api, repo: repositoryName });
  const token = (login: string) => forge.forge.accounts.issueToken(login, { note: "thử", expiresInDays: 1 });
  return {
    ...forge,
    office,
    client,
    where,
    token,
    actor: (login: string) => ({ login, access: accessForge(api, repositoryName, token(login)) }),
    textOf: async (slug: string) =>
      (await forge.repository.readFile("main", articleFile(slug)))?.toString("utf8"),
    follow: () => {
      const portal = () => reader.portal();
      const list = followEmergencies({
        ...{ forge: forge.forge, client, portal, clock },
        repository: forge.repository,
        log: () => undefined,
      });
      onTestFinished(() => list.stop());
    },
    said: (commit: string | undefined, words: string) =>
      until(words, async () =>
        (await client.statuses(commit ?? "")).find(
          ({ context, description }) => context === "cong/duyet-sau" && description.includes(words),
        ),
      ),
  };
}

test("many pages are taken down by one commit of one person, listed until somebody else approves it, and main's history proves it", async () => {
  const { office, actor, repository, textOf, follow, said, approve, forge, start, clock } = await anOffice();
  follow();
  const { number, commit } = await office.takeDown(actor("duyet"), wish);
  expect(await repository.resolve("main")).toBe(commit);
  for (const slug of ["mot", "hai"]) {
    const text = await textOf(slug);
    expect(text).toContain("withdrawn: true");
    expect(text).toContain(`withdrawnReason: ${wish.shown}`);
  }
  const merged = await repository.readCommit(commit ?? "");
  const [, head = ""] = merged.parents;
  expect((await repository.readCommit(head)).parents).toEqual([start]);
  expect(merged.message).toContain(`Emergency-reason: ${wish.reason}`);
  await said(commit, "Hoàng Lan gỡ khẩn, chờ duyệt sau");
  clock.now = new Date(clock.now.getTime() + 60_000);
  await approve("duyet-2", number);
  await said(commit, "Quang Minh đã duyệt sau");
  expect(await judgeMain(repository, forge.history, start)).toEqual({
    approved: 0,
    emergencies: 1,
    imports: 0,
    unadmitted: [],
  });
});

test("what was taken down is put back as one act, byte for byte, which ends the waiting", async () => {
  const { office, actor, textOf, follow, said } = await anOffice();
  follow();
  const { number, commit } = await office.takeDown(actor("duyet"), wish);
  await said(commit, "chờ duyệt sau");
  const back = await office.putBack(actor("duyet"), {
    number,
    reason: "Đã kiểm tra: số liệu đúng",
    alone: true,
  });
  expect([await textOf("mot"), await textOf("hai")]).toEqual([one, other]);
  await said(commit, "Bài đã được đăng lại");
  await said(back.commit, "chờ duyệt sau");
  await expect(
    office.putBack(actor("duyet"), { number, reason: "Lần thứ hai thì thôi", alone: true }),
  ).rejects.toThrow("không còn bài nào");
});

test("a page is taken down because of what it says, although that would keep it from being published, and keeps it from coming back", async () => {
  const { office, actor, textOf } = await anOffice();
  const { number } = await office.takeDown(actor("duyet"), { ...wish, entries: [articleFile("lo-so")] });
  expect(await textOf("lo-so")).toContain("withdrawn: true");
  await expect(
    office.putBack(actor("duyet"), { number, reason: "Thử đăng lại khi chưa sửa", alone: true }),
  ).rejects.toThrow("căn cước");
});

test("who may not act alone makes nothing; what they ask for waits for an approver", async () => {
  const { office, actor, textOf, api, approve, merge } = await anOffice();
  const pulls = async () => (await (await api("viet", "GET", "/pulls")).json()) as unknown[];
  await expect(office.takeDown(actor("duyet-2"), wish)).rejects.toThrow("không có quyền đăng khẩn");
  expect(await pulls()).toHaveLength(0);
  const { number, commit } = await office.takeDown(actor("viet"), { ...wish, alone: false });
  expect(commit).toBeUndefined();
  expect(await textOf("mot")).toBe(one);
  await approve("duyet-2", number);
  expect(await merge("duyet-2", number)).toBe("");
  expect(await textOf("mot")).toContain("withdrawn: true");
});

test("each address is told what it is or why it cannot be taken down, and one that cannot stops all", async () => {
  const { office, actor, textOf } = await anOffice();
  const asked = [
    "http://127.0.0.1:4302/tin-tuc/2026/mot",
    "/tin-tuc/2026/khong-co",
    "https://bao.example/tin-tuc/2026/mot",
  ];
  const named = await office.look(asked);
  expect(named[0]?.entry).toMatchObject({ file: articleFile("mot"), title: "Bài thứ nhất có số liệu sai" });
  expect(named.slice(1).map(({ problem }) => problem)).toEqual(
    Array(2).fill("Không thấy bài nào đang đăng ở địa chỉ này."),
  );
  await expect(office.takeDown(actor("duyet"), { ...wish, entries: asked })).rejects.toThrow(
    "Chưa gỡ bài nào",
  );
  expect(await textOf("mot")).toBe(one);
});

test("the desk asks in the name of who is signed in, and is answered in words", async () => {
  const { office, forge, where, token, textOf } = await anOffice();
  const routes = takeDownRoutes(forge, office, where);
  const ask = (path: string, body: unknown, login?: string) =>
    routes.request(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: login === undefined ? {} : { Authorization: `token ${token(login)}` },
    });
  expect((await ask("/", wish)).status).toBe(401);
  const short = await ask("/", { ...wish, reason: "gấp" }, "duyet");
  expect([short.status, await short.text()]).toEqual([422, expect.stringContaining("Vì sao phải làm ngay")]);
  const refused = await ask("/", wish, "duyet-2");
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("Hoàng Lan (duyet)")]);
  const done = await ask("/", wish, "duyet");
  expect(await done.json()).toMatchObject({ merged: true });
  expect(await textOf("hai")).toContain("withdrawn: true");
});

test("an operator's command does it with the rights of who decided, and leaves no token behind", async () => {
  const { office, forge, client, where, textOf } = await anOffice();
  const { accounts } = forge;
  const obey = obeyTakeDown({ office, accounts, client, where, waitFor: 0 });
  const order = {
    order: "take-down" as const,
    addresses: wish.entries,
    shown: wish.shown,
    reason: wish.reason,
  };
  await expect(obey({ ...order, as: "khong-ai" })).rejects.toThrow("no account khong-ai");
  await expect(obey({ ...order, as: "duyet-2" })).rejects.toThrow("không có quyền đăng khẩn");
  const { report } = await obey({ ...order, as: "duyet" });
  expect(report).toMatch(/Taken down by submission #\d+, in the name of duyet/);
  expect(await textOf("mot")).toContain("withdrawn: true");
  expect(accounts.tokens("duyet").filter(({ note }) => note.includes("take-down"))).toEqual([]);
  const number = Number(/#(\d+)/.exec(report)?.[1]);
  await obey({ order: "put-back", as: "duyet", number, reason: "Đã kiểm tra: số liệu đúng" });
  expect(await textOf("mot")).toBe(one);
});
