import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Socket } from "node:net";
import { Problem } from "../../foundation/problem.ts";
import type { AnswerLine, RequestLine } from "../host-folder/serve-requests.ts";
import { HostUnreachable } from "../target.ts";

/** Requests to the program at the other end of an SSH connection, and their answers. */
export interface Requests {
  send: (operation: string, args: readonly unknown[]) => Promise<unknown>;
  /** Whether the connection has ended. */
  ended: () => boolean;
  close: () => Promise<void>;
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

export function openRequests(name: string, sshArguments: readonly string[]): Requests {
  const child = spawn("ssh", sshArguments, { stdio: ["pipe", "pipe", "pipe"] });
  const waiting = new Map<number, Waiting>();
  let failure: Error | undefined;
  let errors = "";
  let counter = 0;

  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors = (errors + text).slice(-4000)));
  child.stdin.on("error", () => undefined);
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error: NodeJS.ErrnoException) => end(startFailure(error)));
    child.once("close", (code) => end(closeFailure(name, code, errors)));
    function end(error: Error): void {
      failure ??= error;
      for (const { reject } of waiting.values()) reject(failure);
      waiting.clear();
      resolve();
    }
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const answer = readAnswer(line);
    const one = answer && waiting.get(answer.id);
    if (!answer || !one) return;
    waiting.delete(answer.id);
    if (waiting.size === 0) hold(false);
    if (answer.problem)
      one.reject(new Problem(answer.problem.message, { remedy: answer.problem.remedy ?? "" }));
    else one.resolve(answer.result);
  });

  /** While nothing is asked, the connection keeps no command from ending. */
  function hold(on: boolean): void {
    if (on) child.ref();
    else child.unref();
    // The pipes to a child are sockets, which hold the process too.
    for (const pipe of [child.stdin, child.stdout, child.stderr]) {
      if (!(pipe instanceof Socket)) continue;
      if (on) pipe.ref();
      else pipe.unref();
    }
  }

  return {
    ended: () => failure !== undefined,
    send: (operation, args) =>
      new Promise((resolve, reject) => {
        if (failure) {
          reject(failure);
          return;
        }
        counter += 1;
        waiting.set(counter, { resolve, reject });
        hold(true);
        const line: RequestLine = { id: counter, operation, args };
        child.stdin.write(`${JSON.stringify(line)}\n`);
      }),
    async close() {
      hold(true);
      child.stdin.end();
      await ended;
    },
  };
}

/** Lines that are no answers (a greeting of the host's shell) are passed over. */
function readAnswer(line: string): AnswerLine | undefined {
  try {
    const answer = JSON.parse(line) as AnswerLine;
    return typeof answer.id === "number" ? answer : undefined;
  } catch {
    return undefined;
  }
}

function startFailure(error: NodeJS.ErrnoException): Error {
  if (error.code !== "ENOENT") return error;
  return new Problem("ssh was not found; hosts are reached with it.", {
    remedy: "On Debian: apt-get install openssh-client",
    cause: error,
  });
}

/** ssh itself ends with 255 when it cannot connect or loses the connection; any other code is the host's program. */
function closeFailure(name: string, code: number | null, errors: string): Error {
  const words = errors.trim();
  if (code === 255 || code === null || code === 0)
    return new HostUnreachable(name, new Error(words || "the connection was lost"));
  return new Problem(`The host's program ended with ${String(code)}: ${words || "it said nothing"}`, {
    remedy: "Check the host's kit and the command in authorized_keys: npm run host-kit",
  });
}
