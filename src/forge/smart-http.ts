import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Hono, type Context } from "hono";
import { stream } from "hono/streaming";
import { authenticate } from "./access.ts";
import type { Account } from "./accounts.ts";
import { takeOver } from "./branches.ts";
import type { ForgeContext } from "./context.ts";
import type { ForgeEvent } from "./events.ts";
import { runGitBackend, type BackendRequest } from "./git-backend.ts";
import { requireMayEnd } from "./may-end.ts";
import { parseReceiveHead, type ReceiveCommand } from "./receive-commands.ts";
import { notFound, Refusal } from "./refusal.ts";
import { refusedPush, screenPush } from "./screen-push.ts";

const largestPush = 512 * 1024 * 1024;
/** Commands come first; so much of a push is looked at for them. */
const commandBytes = 1024 * 1024;

/** `git clone`, `git fetch` and `git push` with a token as the password. */
export function smartHttpRoutes(forge: ForgeContext): Hono {
  const routes = new Hono();
  routes.all("/:owner/:repository/:path{.+}", async (c, next) => {
    const { owner, repo } = forge.addresses();
    const asked = `${c.req.param("owner")}/${c.req.param("repository")}`;
    if (asked.toLowerCase() !== `${owner}/${repo}.git`.toLowerCase()) {
      await next();
      return;
    }
    return serve(forge, c, `/${c.req.param("path")}`);
  });
  return routes;
}

async function serve(forge: ForgeContext, c: Context, path: string): Promise<Response> {
  const account = whoIs(forge, c);
  const service = c.req.method === "GET" ? c.req.query("service") : path.slice(1);
  const known = service === "git-upload-pack" || service === "git-receive-pack";
  if (!known || path !== (c.req.method === "GET" ? "/info/refs" : `/${service}`)) throw notFound();

  const { pull, push } = await forge.permissions(account.login);
  if (!pull) throw notFound();
  if (service === "git-receive-pack" && !push) {
    throw new Refusal(403, `Tài khoản ${account.login} chỉ được xem, không được đẩy lên đây.`);
  }
  const request: BackendRequest = {
    dir: forge.repository.dir,
    method: c.req.method === "GET" ? "GET" : "POST",
    path,
    query: c.req.method === "GET" ? `service=${service}` : "",
    login: account.login,
    headers: {
      contentType: c.req.header("Content-Type"),
      contentEncoding: c.req.header("Content-Encoding"),
      protocol: c.req.header("Git-Protocol"),
    },
    body: c.req.raw.body ? Readable.from(c.req.raw.body) : null,
  };
  return request.method === "POST" && service === "git-receive-pack"
    ? receive(forge, request)
    : pass(c, request);
}

function whoIs(forge: ForgeContext, c: Context): Account {
  try {
    return authenticate(forge.accounts, c.req.header("Authorization"));
  } catch (error) {
    c.header("WWW-Authenticate", 'Basic realm="Cong", charset="UTF-8"');
    throw error;
  }
}

/** Hands git's answer on while git writes it; a client that goes away ends git. */
async function pass(c: Context, request: BackendRequest): Promise<Response> {
  const { status, headers, body } = await runGitBackend(request);
  if (status !== 200) return new Response(new Uint8Array(await buffer(body)), { status, headers });
  headers.forEach((value, name) => {
    c.header(name, value);
  });
  return stream(c, async (output) => {
    output.onAbort(() => {
      body.destroy();
    });
    for await (const chunk of body) await output.write(chunk as Buffer);
  });
}

/**
 * A push is first taken in completely, however slow the line, and only then waits for its turn among the writers:
 * one at a time moves refs. The answer goes out when the database knows what moved.
 */
async function receive(forge: ForgeContext, request: BackendRequest): Promise<Response> {
  const folder = await mkdtemp(join(tmpdir(), "cong-push-"));
  try {
    const file = join(folder, "body");
    await takeIn(request, file);
    const head = parseReceiveHead(await headOf(file));
    if (!head)
      throw new Refusal(400, "Không đọc được danh sách nhánh của lần đẩy này; không có gì thay đổi.");
    const { commands } = head;
    for (const { ref, after } of commands) {
      if (after === null) await requireMayEnd(forge, { ref, login: request.login });
    }
    const unfit = await screenPush(forge, head, file);
    if (unfit !== undefined) return resultOf(refusedPush(head, unfit));
    const plain = { ...request, headers: { ...request.headers, contentEncoding: undefined } };
    const { status, headers, body } = await forge.lock(() =>
      move(forge, request.login, commands, () => answerOf({ ...plain, body: createReadStream(file) })),
    );
    return new Response(new Uint8Array(body), { status, headers });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An answer in git's protocol. */
const resultOf = (body: Buffer) =>
  new Response(new Uint8Array(body), {
    headers: { "Content-Type": "application/x-git-receive-pack-result", "Cache-Control": "no-cache" },
  });

async function takeIn({ body, headers }: BackendRequest, file: string): Promise<void> {
  let size = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > largestPush) done(new Refusal(413, "Gói đẩy lên quá lớn."));
      else done(null, chunk);
    },
  });
  const source = body ?? Readable.from([]);
  const target = createWriteStream(file);
  if (headers.contentEncoding === "gzip") await pipeline(source, createGunzip(), limit, target);
  else await pipeline(source, limit, target);
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { buffer: bytes, bytesRead } = await handle.read(Buffer.alloc(commandBytes), 0, commandBytes, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function answerOf(
  request: BackendRequest,
): Promise<{ status: number; headers: Headers; body: Buffer }> {
  const answer = await runGitBackend(request);
  const body = await buffer(answer.body);
  await answer.done;
  return { status: answer.status, headers: answer.headers, body };
}

/**
 * Writes down what a push wants before git does it. Afterwards the refs themselves tell what it did: every one that
 * moved is recorded for who pushed. Where that fails, the intentions stay, for the next start to settle.
 */
async function move<T>(
  forge: ForgeContext,
  login: string,
  commands: readonly ReceiveCommand[],
  push: () => Promise<T>,
): Promise<T> {
  const before = await refsOf(forge);
  const intended = commands.map(({ ref, after }) => {
    const move = { ref, before: before.get(ref) ?? null, after };
    return { ...move, id: forge.moves.intend({ ...move, login }) };
  });
  let ended = false;
  try {
    const answer = await push();
    ended = true;
    return answer;
  } finally {
    const after = await refsOf(forge);
    const events: ForgeEvent[] = [];
    for (const ref of new Set([...before.keys(), ...after.keys()])) {
      const moved = { ref, before: before.get(ref) ?? null, after: after.get(ref) ?? null };
      if (moved.before === moved.after) continue;
      const at = intended.findIndex((wish) => wish.ref === ref && wish.after === moved.after);
      const [wish] = at < 0 ? [] : intended.splice(at, 1);
      const settles = [wish?.id ?? forge.moves.intend({ ...moved, login })];
      events.push(...(await takeOver(forge, { ...moved, settles })));
    }
    if (ended) for (const { id } of intended) forge.moves.drop(id);
    for (const event of events) forge.events.emit(event);
  }
}

async function refsOf({ repository }: ForgeContext): Promise<Map<string, string>> {
  return new Map((await repository.refs("refs/")).map(({ name, oid }) => [name, oid]));
}
