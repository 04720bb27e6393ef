import { z } from "zod";
import { blobId } from "../../../src/git/blob-id.ts";
import { repositoryName } from "../../../src/operations/embedded-forge.ts";
import { saveAgain, saveNewEntry } from "../decap.ts";
import type { NewsroomUnderFire } from "./newsroom-under-fire.ts";
import type { SessionRecord } from "./record.ts";

/** No answer came, or not whole: nobody knows whether it was done. */
export class LineLost extends Error {}

/** The forge said no, in words. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A version of an entry as somebody's form was filled from it. */
export interface Loaded {
  sha: string;
  text: string;
}

/** An entry that somebody writes: where it lies and the branch of its submission. */
export interface Entry {
  path: string;
  branch: string;
}

/** No request takes so long, whatever else goes on (ms). */
const mostPatient = 60_000;

const refMoved = z.object({ ref: z.string(), object: z.object({ sha: z.string() }) });
const fileShape = z.object({ sha: z.string(), content: z.string() });

/** Somebody at the desk, whose line fails now and then. What they save is written into the record. */
export interface Person {
  login: string;
  random: () => number;
  /** An answer of the repository's API, read by a shape. Throws `Refused` and `LineLost`. */
  ask: <T>(shape: z.ZodType<T>, method: string, path: string, body?: unknown) => Promise<T>;
  /** Any path of the desk's origin. */
  visit: (path: string, init?: Asked) => Promise<Response>;
  load: (path: string, ref: string) => Promise<Loaded | undefined>;
  /** Saves an entry as the CMS does, upon what its form was filled from. `mark` is what is new in it. */
  save: (entry: Entry, version: Version) => Promise<void>;
}

export interface Version {
  text: string;
  mark: string;
  /** What the form was filled from; undefined for a new entry. */
  loaded: Loaded | undefined;
  /** Whether its submission is open, so that this goes on top of it. */
  isOpen: boolean;
  pictures?: readonly { path: string; bytes: Buffer }[];
}

export interface World {
  newsroom: NewsroomUnderFire;
  record: SessionRecord;
  /** How likely a request's line is lost before its answer is there, and a line is cut during an action, from 0 to 1. */
  losses: { request: number; line: number };
}

interface Asked extends Pick<RequestInit, "method" | "body"> {
  headers?: Record<string, string>;
}

export function aPerson(world: World, login: string, random: () => number): Person {
  const { newsroom, record } = world;
  const tokenOf = () => newsroom.addresses().accounts.find((account) => account.login === login)?.token ?? "";

  /** One request on a line that may be lost while it is under way. */
  async function visit(path: string, init: Asked = {}): Promise<Response> {
    await newsroom.up();
    const gone = new AbortController();
    const tooLate = AbortSignal.timeout(mostPatient);
    const timer = random() < world.losses.request ? setTimeout(() => gone.abort(), random() * 60) : undefined;
    try {
      const answer = await fetch(newsroom.desk + path, {
        ...init,
        headers: { Authorization: `token ${tokenOf()}`, ...init.headers },
        signal: AbortSignal.any([gone.signal, tooLate]),
      });
      // An answer that is cut in the middle is none.
      const text = await answer.text();
      if (answer.status >= 500)
        record.wrong.push(`${login} ${init.method ?? "GET"} ${path}: ${answer.status} ${text}`);
      return new Response(answer.status === 204 || answer.status === 304 ? null : text, {
        status: answer.status,
        headers: answer.headers,
      });
    } catch (error) {
      if (tooLate.aborted) record.wrong.push(`${login} waited in vain for ${path}.`);
      throw new LineLost(`${login} ${path}`, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  const api = (
    _: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) =>
    visit(`/api/v3/repos/${repositoryName}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  async function ask<T>(shape: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> {
    return answerOf(shape, await api(login, method, path, body));
  }

  const owner = repositoryName.split("/")[0] ?? "";
  return {
    login,
    random,
    ask,
    visit,
    async load(path, ref) {
      try {
        const file = await ask(fileShape, "GET", `/contents/${path}?ref=${encodeURIComponent(ref)}`);
        return { sha: file.sha, text: Buffer.from(file.content, "base64").toString("utf8") };
      } catch (error) {
        if (error instanceof Refused && error.status === 404) return undefined;
        throw error;
      }
    },
    async save({ path, branch }, { text, mark, loaded, isOpen, pictures = [] }) {
      const replaced = loaded?.sha ?? null;
      const save: SessionRecord["saves"][number] = {
        ...{ login, path, mark, replaced },
        blob: blobId(Buffer.from(text)),
        pictures: pictures.map(({ bytes }) => blobId(bytes)),
      };
      record.saves.push(save);
      const headers = { "Cong-Replaces": `${replaced ?? "none"} ${encodeURIComponent(path)}` };
      const speaker = {
        owner,
        /** From the moment the forge says that a branch holds it, it must never be lost. */
        api: async (...request: Parameters<typeof api>) => {
          const answer = await api(...request);
          const [, method, address] = request;
          if (answer.ok && method !== "GET" && address.startsWith("/git/refs")) {
            const moved = refMoved.parse(await answer.clone().json());
            // Another branch is a copy of what was there before.
            if (moved.ref === `refs/heads/${branch}`) save.commit = moved.object.sha;
          }
          return answer;
        },
      };
      const key = branch.replace(/^cms\//, "");
      if (isOpen) {
        const answer = saveAgain(speaker, login, { branch, path, text }, headers);
        await answerOf(z.unknown(), await answer.catch(refusedOr));
      } else await saveNewEntry(speaker, login, { key, path, text, pictures }, headers).catch(refusedOr);
    },
  };
}

async function answerOf<T>(shape: z.ZodType<T>, answer: Response): Promise<T> {
  const text = await answer.text();
  if (!answer.ok) throw new Refused(answer.status, text);
  return shape.parse(text === "" ? undefined : JSON.parse(text));
}

/** What the CMS's requests throw for a refusal begins with its status. */
function refusedOr(error: unknown): never {
  const status = /^(4\d\d) /.exec(error instanceof Error ? error.message : "")?.[1];
  throw status === undefined ? error : new Refused(Number(status), String(error));
}
