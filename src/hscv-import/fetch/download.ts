import { createHash, type Hash } from "node:crypto";
import { closeSync, fdatasyncSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { growingPauses } from "../../foundation/growing-pauses.ts";
import { fileBlocks } from "../file-blocks.ts";
import { AddressRefused, guardedRequest, type Answer, type FetchRules } from "./guarded-request.ts";

/** What came of asking for a file. */
export type Download =
  | { kind: "unchanged" }
  | { kind: "file"; file: string; bytes: number; digest: string; etag: string; lastModified: string };

/** A file that was not got, and whether the next run may get it. */
export class DownloadFailed extends Error {
  readonly lasting: boolean;

  constructor(message: string, options: { lasting: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = "DownloadFailed";
    this.lasting = options.lasting;
  }
}

export interface DownloadOptions {
  rules: FetchRules;
  /** What the address answered last: it is asked whether that has changed. */
  known?: { etag: string; lastModified: string } | undefined;
  /** In bytes. */
  largest: number;
  /** Silence after which a try is given up, in milliseconds. */
  patience?: number;
  tries?: number;
  /** Waits between two tries; from 0 to 1 by chance. */
  wait?: (milliseconds: number) => Promise<void>;
  random?: () => number;
}

const usualPatience = 30_000;
const usualTries = 4;
const untilNextTry = [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000] as const;
const longestPause = 60_000;
/** So often a server may go on with a file that broke off, as long as more of it comes each time. */
const mostResumptions = 50;

/**
 * Brings what is at an address into a file, whole or not at all. What broke off is gone on with where the server can do that, also
 * by a later run; otherwise it begins anew, after a pause that grows and has some chance in it.
 */
export async function download(url: string, file: string, options: DownloadOptions): Promise<Download> {
  const { tries = usualTries, wait = sleep, random = Math.random } = options;
  await mkdir(dirname(file), { recursive: true });
  const pauses = growingPauses(...untilNextTry);
  let failures = 0;
  for (let resumed = 0; ;) {
    const before = await sizeOf(`${file}.part`);
    try {
      return await attempt(url, file, options);
    } catch (error) {
      if (error instanceof AddressRefused)
        throw new DownloadFailed(error.message, { lasting: true, cause: error });
      if (error instanceof DownloadFailed && error.lasting) throw error;
      const grew = (await sizeOf(`${file}.part`)) > before && resumed < mostResumptions;
      if (grew) {
        resumed += 1;
        pauses.reset();
      } else failures += 1;
      if (failures >= tries) throw asFailure(url, error);
      await wait(Math.max(askedPause(error), pauses.next() * (0.5 + random() / 2)));
    }
  }
}

const sleep = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
const sizeOf = (file: string) =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

function asFailure(url: string, error: unknown): DownloadFailed {
  if (error instanceof DownloadFailed) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new DownloadFailed(`${url}: ${why}`, { lasting: false, cause: error });
}

/** A server that is too busy says when to come again. */
class Busy extends Error {
  readonly pause: number;

  constructor(status: number, after: string | undefined) {
    super(`máy chủ trả lời ${String(status)}`);
    this.pause = Math.min(longestPause, (Number(after) || 0) * 1000);
  }
}
const askedPause = (error: unknown) => (error instanceof Busy ? error.pause : 0);

async function attempt(url: string, file: string, options: DownloadOptions): Promise<Download> {
  const part = `${file}.part`;
  const begun = await unfinished(part, url);
  const { known, largest, rules, patience = usualPatience } = options;
  const headers: Record<string, string> = {};
  if (begun) {
    headers["Range"] = `bytes=${String(begun.size)}-`;
    headers["If-Range"] = begun.etag;
  } else {
    if (known?.etag) headers["If-None-Match"] = known.etag;
    if (known?.lastModified) headers["If-Modified-Since"] = known.lastModified;
  }
  const answer = await guardedRequest(url, rules, { headers, patience });
  try {
    if (answer.status === 304 && !begun) return { kind: "unchanged" };
    if (answer.status === 416 && begun) {
      await forget(part);
      throw new Error("máy chủ không tiếp tục được tệp dở");
    }
    refuseStatus(url, answer);
    const resumes =
      begun !== undefined &&
      answer.status === 206 &&
      answer.headers["content-range"]?.startsWith(`bytes ${String(begun.size)}-`) === true;
    const from = resumes ? begun.size : 0;
    const length = Number(answer.headers["content-length"] ?? Number.NaN);
    if (from + (Number.isNaN(length) ? 0 : length) > largest) throw tooLarge(url, largest);
    const etag = answer.headers.etag ?? "";
    const lastModified = answer.headers["last-modified"] ?? "";
    if (!resumes) begin(part, { url, etag });
    const hash = createHash("sha256");
    const got = await writeBody(answer, part, { from, largest, url, hash });
    if (!Number.isNaN(length) && got !== length)
      throw new Error(`nhận ${String(got)} byte, máy chủ báo ${String(length)}`);
    const bytes = from + got;
    await rename(part, file);
    await rm(`${part}.json`, { force: true });
    const digest = resumes ? await hashOf(file) : hash.digest("hex");
    return { kind: "file", file, bytes, digest, etag, lastModified };
  } finally {
    answer.body.destroy();
  }
}

function refuseStatus(url: string, { status, headers }: Answer): void {
  if (status === 200 || status === 206) return;
  if (status === 408 || status === 429 || status >= 500) throw new Busy(status, headers["retry-after"]);
  throw new DownloadFailed(`${url}: máy chủ trả lời ${String(status)}`, { lasting: true });
}

const tooLarge = (url: string, largest: number) =>
  new DownloadFailed(`${url}: nặng quá ${String(Math.round(largest / 1_000_000))} MB`, { lasting: true });

/** Writes and hashes what comes as it comes: where the answer breaks off, what was there by then is kept. */
async function writeBody(
  { body }: Answer,
  part: string,
  { from, largest, url, hash }: { from: number; largest: number; url: string; hash: Hash },
): Promise<number> {
  const file = openSync(part, from > 0 ? "a" : "w", 0o600);
  let got = 0;
  try {
    await new Promise<void>((done, failed) => {
      body.on("data", (chunk: Buffer) => {
        got += chunk.length;
        if (from + got > largest) {
          failed(tooLarge(url, largest));
          body.destroy();
        } else {
          writeSync(file, chunk);
          hash.update(chunk);
        }
      });
      body.once("end", done);
      body.once("error", failed);
      const broken = () => {
        failed(new Error("máy chủ ngắt giữa chừng"));
      };
      body.once("close", broken);
      // It may be gone by now.
      if (body.destroyed) broken();
    });
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
  return got;
}

/** A file that broke off and can be gone on with: only a strong ETag says that it is still the same. */
async function unfinished(part: string, url: string): Promise<{ size: number; etag: string } | undefined> {
  try {
    const { url: of, etag } = JSON.parse(await readFile(`${part}.json`, "utf8")) as {
      url: string;
      etag: string;
    };
    const { size } = await stat(part);
    return of === url && /^"/.test(etag) && size > 0 ? { size, etag } : undefined;
  } catch {
    return undefined;
  }
}

/** Waits for nothing: an answer that breaks off meanwhile would take with it what had come by then. */
function begin(part: string, note: { url: string; etag: string }): void {
  rmSync(part, { force: true });
  writeFileSync(`${part}.json`, JSON.stringify(note), { mode: 0o600 });
}

async function forget(part: string): Promise<void> {
  await rm(part, { force: true });
  await rm(`${part}.json`, { force: true });
}

/** The SHA-256 of a file. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const block of fileBlocks(file)) hash.update(block);
  return hash.digest("hex");
}
