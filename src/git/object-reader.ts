import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { exactName } from "./exact-name.ts";
import { gitEnvironment } from "./run.ts";

/** What git knows of an object without reading it; `size` in bytes. */
export interface ObjectInfo {
  oid: string;
  type: string;
  size: number;
}

/** An object with its bytes. */
export interface GitObject extends ObjectInfo {
  data: Buffer;
}

/** Reads objects through one long-lived `git cat-file`, which costs microseconds where a process costs milliseconds. */
export interface ObjectReader {
  /** `main`, an id or a full ref, also with a path (`main:content/a.md`); undefined if there is no such object. */
  info(name: string): Promise<ObjectInfo | undefined>;
  contents(name: string): Promise<GitObject | undefined>;
  close(): Promise<void>;
}

interface Waiting {
  wantsContents: boolean;
  resolve: (object: GitObject | undefined) => void;
  reject: (error: Error) => void;
}

/**
 * Opens a reader over the repository in `dir`; the process starts with the first question and again if it dies. `env`
 * adds to git's environment, other places of objects for instance.
 */
export function openObjectReader(dir: string, env: Readonly<Record<string, string>> = {}): ObjectReader {
  let process: CatFile | undefined;
  let closed = false;

  const askOnce = (command: "info" | "contents", name: string): Promise<GitObject | undefined> => {
    if (closed) return Promise.reject(new Error(`The repository ${dir} was closed.`));
    if (!process?.alive()) process = startCatFile(dir, env);
    return process.ask(command, name);
  };
  const ask = (command: "info" | "contents", given: string): Promise<GitObject | undefined> => {
    const name = exactName(given);
    // One question is one line: a name with a line break names nothing.
    if (name === undefined || /[\n\0]/.test(name)) return Promise.resolve(undefined);
    // The process may have died of somebody else's question, or been killed.
    return askOnce(command, name).catch(() => askOnce(command, name));
  };

  return {
    info: (name) => ask("info", name),
    contents: (name) => ask("contents", name),
    async close() {
      closed = true;
      await process?.end();
    },
  };
}

interface CatFile {
  alive(): boolean;
  ask(command: "info" | "contents", name: string): Promise<GitObject | undefined>;
  end(): Promise<void>;
}

function startCatFile(dir: string, env: Readonly<Record<string, string>>): CatFile {
  const child: ChildProcessWithoutNullStreams = spawn("git", ["cat-file", "--batch-command"], {
    cwd: dir,
    env: { ...gitEnvironment(), ...env },
  });
  const waiting: Waiting[] = [];
  const answers = new AnswerParser();
  let dead = false;
  let complaint = "";

  const ended = new Promise<void>((resolve) => {
    const die = (reason: string): void => {
      dead = true;
      for (const one of waiting.splice(0)) one.reject(new Error(`git cat-file in ${dir} ended: ${reason}`));
      resolve();
    };
    child.once("error", (error) => {
      die(error.message);
    });
    child.once("close", () => {
      die(complaint.trim() || "no message");
    });
  });
  child.stdin.on("error", () => undefined);
  child.stderr.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString("utf8")).slice(-2000);
  });
  child.stdout.on("data", (chunk: Buffer) => {
    answers.push(chunk);
    for (let next = waiting[0]; next; next = waiting[0]) {
      const answer = answers.take(next.wantsContents);
      if (answer === "incomplete") return;
      waiting.shift();
      next.resolve(answer);
    }
  });

  return {
    alive: () => !dead,
    ask: (command, name) =>
      new Promise((resolve, reject) => {
        waiting.push({ wantsContents: command === "contents", resolve, reject });
        child.stdin.write(`${command} ${name}\n`);
      }),
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}

/** Cuts the stream of `git cat-file` into answers: a header line, and for contents the bytes and a line break. */
class AnswerParser {
  #chunks: Buffer[] = [];
  #length = 0;
  #header: { info: ObjectInfo | undefined; end: number } | undefined;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  take(wantsContents: boolean): GitObject | undefined | "incomplete" {
    this.#header ??= this.#readHeader();
    if (!this.#header) return "incomplete";
    const { info, end } = this.#header;
    const bytes = info && wantsContents ? info.size + 1 : 0;
    if (this.#length < end + bytes) return "incomplete";

    const all = this.#joined();
    const data = Buffer.from(all.subarray(end, end + Math.max(bytes - 1, 0)));
    const rest = all.subarray(end + bytes);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
    this.#header = undefined;
    return info && { ...info, data };
  }

  #readHeader(): { info: ObjectInfo | undefined; end: number } | undefined {
    const all = this.#joined();
    const lineBreak = all.indexOf(10);
    if (lineBreak < 0) return undefined;
    // "<name> missing" and "<name> ambiguous" do not match: such an object is not there.
    const match = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(all.toString("utf8", 0, lineBreak));
    const [, oid = "", type = "", size = ""] = match ?? [];
    return { info: match ? { oid, type, size: Number(size) } : undefined, end: lineBreak + 1 };
  }

  /** Joins only when asked, so that a large object is not copied once per chunk. */
  #joined(): Buffer {
    const all = this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}
