import { Problem } from "../../foundation/problem.ts";
import type { CheckRequest } from "./check.ts";
import type { HostFolder } from "./host-folder.ts";
import type { StageRequest, WantedObject } from "./stage.ts";

/** Does what a line of the publisher asks for. What it names is checked first: hashes become paths here. */
export async function doRequest(folder: HostFolder, operation: unknown, args: unknown): Promise<unknown> {
  const [first, second] = Array.isArray(args) ? (args as unknown[]) : [];
  switch (operation) {
    case "live":
      return folder.live();
    case "kept":
      return folder.kept();
    case "stage":
      return folder.stage(stageRequest(first));
    case "activate":
      return folder.activate(sequence(first), text(second));
    case "undo":
      return folder.undo(sequence(first));
    case "describe":
      return folder.describe(sequence(first), text(second));
    case "check":
      return folder.check(checkRequest(first));
    case "tidy":
      return folder.tidy();
    default:
      throw malformed(`operation ${JSON.stringify(operation)}`);
  }
}

function stageRequest(value: unknown): StageRequest {
  const given = record(value);
  return {
    text: text(given["text"]),
    signature: text(given["signature"]),
    trees: list(given["trees"]).map(text),
    fresh: list(given["fresh"]).map(wanted),
    more: given["more"] === true,
    arrived: list(given["arrived"]).map(hash),
  };
}

function checkRequest(value: unknown): CheckRequest {
  const given = record(value);
  return {
    mend: given["mend"] === true,
    trees: list(given["trees"]).map(text),
    arrived: list(given["arrived"]).map(hash),
  };
}

function wanted(value: unknown): WantedObject {
  const given = record(value);
  return { hash: hash(given["hash"]), path: text(given["path"]) };
}

function hash(value: unknown): string {
  if (typeof value === "string" && /^[0-9a-f]{64}$/.test(value)) return value;
  throw malformed("hash");
}

function sequence(value: unknown): number {
  if (Number.isSafeInteger(value) && Number(value) > 0) return Number(value);
  throw malformed("sequence");
}

function text(value: unknown): string {
  if (typeof value === "string") return value;
  throw malformed("text");
}

function list(value: unknown): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value as unknown[];
  throw malformed("list");
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  throw malformed("request");
}

function malformed(what: string): Problem {
  return new Problem(`The request is malformed: ${what}.`, {
    remedy: "Bring the host's kit to the publisher's version: npm run host-kit",
  });
}
