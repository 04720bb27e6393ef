import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Problem } from "../../foundation/problem.ts";
import type { HostFolder } from "./host-folder.ts";
import { doRequest } from "./read-request.ts";

/** A line from the publisher. */
export interface RequestLine {
  id: number;
  operation: string;
  args: readonly unknown[];
}

/** A line to the publisher: what came of one of its lines. */
export interface AnswerLine {
  id: number;
  result?: unknown;
  problem?: { message: string; remedy?: string };
}

/** Answers a publisher's requests, a line of JSON each, one after the other, until its side closes. */
export async function serveRequests(folder: HostFolder, input: Readable, output: Writable): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const answer = await answerRequest(folder, readRequest(line));
    if (!output.write(`${JSON.stringify(answer)}\n`))
      await new Promise((resolve) => output.once("drain", resolve));
  }
}

/** Does what was asked; what goes wrong is an answer too. */
export async function answerRequest(folder: HostFolder, request: Partial<RequestLine>): Promise<AnswerLine> {
  const id = Number(request.id);
  try {
    return { id, result: await doRequest(folder, request.operation, request.args) };
  } catch (error) {
    const { message, remedy } = error as Partial<Problem>;
    return { id, problem: { message: message ?? String(error), ...(remedy ? { remedy } : {}) } };
  }
}

function readRequest(line: string): Partial<RequestLine> {
  try {
    return JSON.parse(line) as Partial<RequestLine>;
  } catch {
    return {};
  }
}
