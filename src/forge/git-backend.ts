import { spawn } from "node:child_process";
import { basename, dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gitEnvironment } from "../git/run.ts";

/** One request to git's own HTTP program. */
export interface BackendRequest {
  dir: string;
  method: "GET" | "POST";
  /** Below the repository: `/info/refs`, `/git-upload-pack`, `/git-receive-pack`. */
  path: string;
  query: string;
  login: string;
  headers: {
    contentType?: string | undefined;
    contentEncoding?: string | undefined;
    protocol?: string | undefined;
  };
  body: Readable | null;
}

/** Its answer; `body` flows while git works, `done` resolves when git has ended. */
export interface BackendAnswer {
  status: number;
  headers: Headers;
  body: Readable;
  done: Promise<void>;
}

/** Runs `git http-backend` for one request, streaming both ways. */
export async function runGitBackend(request: BackendRequest): Promise<BackendAnswer> {
  const child = spawn("git", ["http-backend"], {
    env: cgiEnvironment(request),
    stdio: ["pipe", "pipe", "ignore"],
  });
  const done = new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => {
      resolve();
    });
  });
  done.catch(() => undefined);
  // git may answer (a refusal, say) before it has read everything: its answer matters, not the broken pipe.
  if (request.body) void pipeline(request.body, child.stdin).catch(() => undefined);
  else child.stdin.end();

  const { head, rest } = await readHead(child.stdout);
  child.stdout.once("close", () => {
    // The client went away in the middle: nobody waits for the rest.
    if (!child.stdout.readableEnded) child.kill();
  });
  const { status, headers } = parseHead(head);
  if (rest.length > 0) child.stdout.unshift(rest);
  return { status, headers, body: child.stdout, done };
}

function cgiEnvironment({
  dir,
  method,
  path,
  query,
  login,
  headers,
}: BackendRequest): Record<string, string> {
  const environment: Record<string, string> = {
    ...gitEnvironment(),
    GIT_PROJECT_ROOT: dirname(dir),
    GIT_HTTP_EXPORT_ALL: "1",
    PATH_INFO: `/${basename(dir)}${path}`,
    REQUEST_METHOD: method,
    QUERY_STRING: query,
    REMOTE_USER: login,
    REMOTE_ADDR: "127.0.0.1",
  };
  if (headers.contentType) environment["CONTENT_TYPE"] = headers.contentType;
  if (headers.contentEncoding) environment["HTTP_CONTENT_ENCODING"] = headers.contentEncoding;
  if (headers.protocol) environment["GIT_PROTOCOL"] = headers.protocol;
  return environment;
}

/** Reads up to the blank line that ends a CGI program's headers. */
async function readHead(stream: Readable): Promise<{ head: string; rest: Buffer }> {
  let read = Buffer.alloc(0);
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer): void => {
      read = Buffer.concat([read, chunk]);
      const end = read.indexOf("\r\n\r\n");
      if (end < 0) return;
      stop();
      stream.pause();
      resolve({ head: read.toString("utf8", 0, end), rest: read.subarray(end + 4) });
    };
    const onEnd = (): void => {
      stop();
      reject(new Error("git http-backend ended without an answer."));
    };
    const stop = (): void => {
      stream.off("data", onData).off("end", onEnd).off("error", reject);
    };
    stream.on("data", onData).once("end", onEnd).once("error", reject);
  });
}

function parseHead(head: string): { status: number; headers: Headers } {
  const headers = new Headers();
  let status = 200;
  for (const line of head.split("\r\n")) {
    const colon = line.indexOf(":");
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1).trim()];
    if (name.toLowerCase() === "status") status = Number.parseInt(value, 10);
    else headers.append(name, value);
  }
  return { status, headers };
}
