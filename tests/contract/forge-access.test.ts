import { expect, test } from "vitest";
import { z } from "zod";
import { aForge, password, type TestForge } from "../support/a-forge.ts";
import { read, refusal, saveNewEntry } from "../support/decap.ts";

const hour = 3_600_000;
const session = z.object({ token: z.string(), login: z.string(), name: z.string() });

async function aForgeWithPassword(): Promise<TestForge> {
  const forge = await aForge();
  await forge.forge.accounts.update("bien-tap", { password });
  return forge;
}

function signIn(forge: TestForge, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(
    forge.forge.app.request("/dang-nhap", {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: forge.origin(), ...headers },
      body: JSON.stringify(body),
    }),
  );
}

const who = (forge: TestForge, authorization: string) =>
  Promise.resolve(forge.forge.app.request("/api/v3/user", { headers: { Authorization: authorization } }));

test("signing in gives a token that the API accepts in each of the usual ways", async () => {
  const forge = await aForgeWithPassword();
  const answer = await signIn(forge, { login: "Bien-Tap", password: password.normalize("NFD") });
  expect(answer.headers.get("Set-Cookie")).toBeNull();
  const { token, login } = await read(session, answer);
  expect(login).toBe("bien-tap");
  const basic = Buffer.from(`x:${token}`).toString("base64");
  for (const header of [`token ${token}`, `Bearer ${token}`, `Basic ${basic}`]) {
    expect((await who(forge, header)).status).toBe(200);
  }
});

test("a sign-in lasts while it is used, and a week at most", async () => {
  const forge = await aForgeWithPassword();
  const { token } = await read(session, signIn(forge, { login: "bien-tap", password }));
  const alive = async () => (await who(forge, `token ${token}`)).status === 200;
  let hours = 0;
  for (; hours < 200 && (await alive()); hours += 11) forge.clock.advance(11 * hour);
  expect(hours).toBeGreaterThan(7 * 24 - 12);
  expect(hours).toBeLessThan(7 * 24 + 12);

  const { token: unused } = await read(session, signIn(forge, { login: "bien-tap", password }));
  forge.clock.advance(12 * hour);
  expect((await who(forge, `token ${unused}`)).status).toBe(401);
});

test("issued tokens expire and can be revoked; signing out ends a sign-in at once", async () => {
  const forge = await aForgeWithPassword();
  const { accounts } = forge.forge;
  const short = accounts.issueToken("bien-tap", { note: "máy tính", expiresInDays: 1 });
  const revoked = accounts.issueToken("bien-tap", { note: "mất", expiresInDays: 30 });
  expect((await who(forge, `token ${short}`)).status).toBe(200);
  accounts.revoke(revoked);
  expect(await refusal(who(forge, `token ${revoked}`))).toEqual({ status: 401, message: "Bad credentials" });
  forge.clock.advance(25 * hour);
  expect((await who(forge, `token ${short}`)).status).toBe(401);

  const { token } = await read(session, signIn(forge, { login: "bien-tap", password }));
  const out = await forge.forge.app.request("/dang-xuat", {
    method: "POST",
    headers: { Authorization: `token ${token}` },
  });
  expect(out.status).toBe(204);
  expect((await who(forge, `token ${token}`)).status).toBe(401);
});

test("a new password ends every sign-in, and a disabled account every token", async () => {
  const forge = await aForgeWithPassword();
  const { token } = await read(session, signIn(forge, { login: "bien-tap", password }));
  await forge.forge.accounts.update("bien-tap", { password: "mật khẩu khác" });
  expect((await who(forge, `token ${token}`)).status).toBe(401);
  expect((await who(forge, `token ${forge.tokens["bien-tap"]}`)).status).toBe(200);
  await forge.forge.accounts.update("bien-tap", { disabled: true });
  expect((await who(forge, `token ${forge.tokens["bien-tap"]}`)).status).toBe(401);
  expect((await signIn(forge, { login: "bien-tap", password: "mật khẩu khác" })).status).toBe(401);
});

test("neither passwords nor tokens are stored as they are", async () => {
  const forge = await aForgeWithPassword();
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(forge.databaseFile, { readOnly: true });
  const stored = JSON.stringify([
    database.prepare("SELECT * FROM accounts").all(),
    database.prepare("SELECT * FROM tokens").all(),
  ]);
  database.close();
  expect(stored).not.toContain(password);
  expect(stored).not.toContain(forge.tokens["bien-tap"]);
  expect(stored).toContain("scrypt$32768$8$1$");
});

test("a password that somebody else knows opens nothing until its owner has chosen another", async () => {
  const forge = await aForge();
  await forge.forge.accounts.update("bien-tap", { password, mustChangePassword: true });
  const right = { login: "bien-tap", password };
  const first = await signIn(forge, right);
  expect(await first.json()).toEqual({
    message: "Mật khẩu này do người khác đặt. Hãy chọn mật khẩu mới của riêng bạn.",
    mustChangePassword: true,
  });
  for (const [newPassword, fault] of [
    ["ngắn", "có 4 ký tự"],
    [password, "giống mật khẩu cũ"],
    ["bien-tap-bien-tap", "tên đăng nhập"],
    ["aaaaaaaaaaaaaaaa", "lặp lại"],
  ])
    expect(await refusal(signIn(forge, { ...right, newPassword }))).toEqual({
      status: 422,
      message: expect.stringContaining(fault ?? "") as string,
    });
  const { token } = await read(session, signIn(forge, { ...right, newPassword: "sông Mây chảy về biển" }));
  expect((await who(forge, `token ${token}`)).status).toBe(200);
  expect((await signIn(forge, right)).status).toBe(401);
  expect((await signIn(forge, { ...right, password: "sông Mây chảy về biển" })).status).toBe(200);
});

test("choosing a password needs the one before, and ends the sign-ins with it", async () => {
  const forge = await aForgeWithPassword();
  const { token } = await read(session, signIn(forge, { login: "bien-tap", password }));
  const newPassword = "một câu dài của riêng tôi";
  expect((await signIn(forge, { login: "bien-tap", password: "sai", newPassword })).status).toBe(401);
  expect((await who(forge, `token ${token}`)).status).toBe(200);
  expect((await signIn(forge, { login: "bien-tap", password, newPassword })).status).toBe(200);
  expect((await who(forge, `token ${token}`)).status).toBe(401);
});

test("passwords are tried from our own page only", async () => {
  const forge = await aForgeWithPassword();
  const right = { login: "bien-tap", password };
  for (const Origin of ["http://127.0.0.1:4801", "https://127.0.0.1:4800", "null", ""]) {
    expect((await refusal(signIn(forge, right, { Origin }))).status).toBe(403);
  }
  expect((await refusal(signIn(forge, right, { "Content-Type": "text/plain" }))).status).toBe(415);
});

test("after five wrong passwords one must wait, and is told how long", async () => {
  const forge = await aForgeWithPassword();
  const wrong = { login: "bien-tap", password: "sai" };
  for (let n = 0; n < 5; n += 1) {
    expect(await refusal(signIn(forge, wrong))).toEqual({
      status: 401,
      message: "Tên đăng nhập hoặc mật khẩu không đúng.",
    });
  }
  const waiting = await signIn(forge, { login: "BIEN-TAP", password });
  expect(waiting.headers.get("Retry-After")).toBe("30");
  expect((await refusal(waiting)).message).toBe("Nhập sai quá nhiều lần. Hãy thử lại sau 30 giây.");
  forge.clock.advance(31_000);
  expect((await signIn(forge, { login: "bien-tap", password })).status).toBe(200);
  // A right password clears the count.
  expect((await signIn(forge, wrong)).status).toBe(401);
  expect((await signIn(forge, { login: "bien-tap", password })).status).toBe(200);
});

test("many wrong tries at once do not slip past the limit, nor do invented names", async () => {
  const forge = await aForgeWithPassword();
  const tries = (count: number, login: (n: number) => string) =>
    Promise.all(Array.from({ length: count }, (_, n) => signIn(forge, { login: login(n), password: "sai" })));
  const same = await tries(12, () => "bien-tap");
  expect(same.filter(({ status }) => status === 401)).toHaveLength(5);
  const invented = await tries(40, (n) => `ai-do-${n}`);
  expect(invented.some(({ status }) => status === 429)).toBe(true);
});

test("the sign-in page allows nothing but itself and offers no frame", async () => {
  const forge = await aForge();
  const page = await forge.forge.app.request("/dang-nhap?provider=github&site_id=127.0.0.1&scope=repo");
  const policy = page.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-([\w+/=]+)'; script-src 'nonce-\1'/);
  expect(policy).toContain("frame-ancestors 'none'");
  const html = await page.text();
  expect(html).toContain("Cổng thông tin điện tử tỉnh");
  expect(html).toContain('lang="vi"');
  expect(html).not.toMatch(/src=|href=/);
});

test("without a worthy token there is nothing to see", async () => {
  const forge = await aForge();
  expect(await refusal(forge.api(null, "GET", ""))).toEqual({
    status: 401,
    message: "Requires authentication",
  });
  expect((await forge.forge.app.request("/tinh/cong.git/info/refs?service=git-upload-pack")).status).toBe(
    401,
  );
  await forge.forge.accounts.create({ login: "nguoi-la", name: "Người Lạ", email: "la@example.vn" });
  const token = forge.forge.accounts.issueToken("nguoi-la", { note: "", expiresInDays: 1 });
  const stranger = await forge.forge.app.request("/api/v3/repos/tinh/cong", {
    headers: { Authorization: `token ${token}` },
  });
  expect(stranger.status).toBe(404);
});

test("who may only read changes nothing, and only programs set statuses", async () => {
  const forge = await aForge();
  const { number, head, branch } = await saveNewEntry(forge, "bien-tap", {
    key: "x/y",
    path: "a.md",
    text: "a\n",
  });
  const n = String(number);
  const tries: [string, string, unknown][] = [
    ["POST", "/git/blobs", { content: "" }],
    ["POST", "/git/trees", { tree: [] }],
    ["POST", "/git/commits", { message: "a", tree: head }],
    ["POST", "/git/refs", { ref: "refs/heads/x", sha: head }],
    ["PATCH", `/git/refs/heads/${branch}`, { sha: head }],
    ["DELETE", `/git/refs/heads/${branch}`, undefined],
    ["POST", "/pulls", { title: "a", head: branch, base: "main" }],
    ["PATCH", `/pulls/${n}`, { state: "closed" }],
    ["PUT", `/pulls/${n}/merge`, {}],
    ["POST", `/pulls/${n}/reviews`, { event: "APPROVE" }],
    ["PUT", `/issues/${n}/labels`, { labels: [] }],
    ["POST", "/issues", { title: "a" }],
    ["PATCH", `/issues/${n}`, { state: "closed" }],
  ];
  for (const [method, path, body] of tries) {
    expect([method, path, (await refusal(forge.api("doc-gia", method, path, body))).status]).toEqual([
      method,
      path,
      403,
    ]);
  }
  const forged = await refusal(forge.api("duyet", "POST", `/statuses/${head}`, { state: "success" }));
  expect(forged).toEqual({
    status: 403,
    message: "Chỉ chương trình kiểm tra mới đặt được kết quả kiểm tra.",
  });
});

test("nobody changes what somebody else said", async () => {
  const forge = await aForge();
  const { number } = await saveNewEntry(forge, "bien-tap", { key: "x/y", path: "a.md", text: "a\n" });
  const comment = await read(
    z.object({ id: z.number() }),
    forge.api("duyet", "POST", `/issues/${number}/comments`, { body: "Sửa tít." }),
  );
  const path = `/issues/comments/${comment.id}`;
  expect((await forge.api("bien-tap", "PATCH", path, { body: "Rất hay." })).status).toBe(403);
  expect((await forge.api("bien-tap", "DELETE", path)).status).toBe(403);
});

test("a stranger's wrong passwords lock nobody out elsewhere", async () => {
  const forge = await aForgeWithPassword();
  const from = (remoteAddress: string, secret: string) =>
    forge.forge.app.request(
      "/dang-nhap",
      {
        method: "POST",
        headers: { "Content-Type": "application/json", Origin: forge.origin() },
        body: JSON.stringify({ login: "bien-tap", password: secret }),
      },
      { incoming: { socket: { remoteAddress } } },
    );
  for (let n = 0; n < 5; n += 1) expect((await from("10.0.0.1", "sai")).status).toBe(401);
  expect((await from("10.0.0.1", password)).status).toBe(429);
  expect((await from("10.0.0.2", password)).status).toBe(200);
});

test("a submission is handed to somebody who may go on with it, and the record says who did that", async () => {
  const forge = await aForge();
  const { number } = await saveNewEntry(forge, "bien-tap", { key: "x/y", path: "a.md", text: "a\n" });
  const path = `/issues/${number}/assignees`;
  const assignees = z.object({ assignees: z.array(z.object({ login: z.string() })) });
  const now = async () =>
    (await read(assignees, forge.api("duyet", "GET", `/pulls/${number}`))).assignees.map(
      ({ login }) => login,
    );

  expect((await forge.api("duyet", "POST", path, { assignees: ["Bien-Tap-2"] })).status).toBe(201);
  expect(await now()).toEqual(["bien-tap-2"]);
  expect((await refusal(forge.api("duyet", "POST", path, { assignees: ["doc-gia"] }))).message).toContain(
    "không có quyền biên tập",
  );
  expect((await forge.api("doc-gia", "POST", path, { assignees: ["bien-tap"] })).status).toBe(403);
  expect((await forge.api("bien-tap", "DELETE", path, { assignees: ["bien-tap-2"] })).status).toBe(200);
  expect(await now()).toEqual([]);
});
