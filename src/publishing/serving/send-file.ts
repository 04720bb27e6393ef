import { createReadStream, readFile } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { weighConditions } from "./conditions.ts";
import type { FoundFile } from "./open-release.ts";
import { refusals } from "./refusals.ts";
import { refuse } from "./refuse.ts";

/** Files up to this size, in bytes, are read in one go. */
const readWhole = 512 * 1024;

const read = promisify(readFile);

/** How a file is shown. */
export interface Shown {
  status: 200 | 404 | 410;
  type: string;
  cache: string;
  /** `Content-Disposition`, where a browser is not to show the file itself. */
  disposition?: string | undefined;
}

/** Sends a file, or the part of it that was asked for. Resolves with false if the file is no longer there. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: FoundFile,
  { status, type, cache, disposition }: Shown,
): Promise<boolean> {
  // Conditions are about pages that are there: a notice of absence is always sent whole.
  const outcome = status === 200 ? weighConditions(request.headers, file) : { kind: "whole" as const };
  if (outcome.kind === "failed") {
    refuse(response, refusals.precondition);
    return true;
  }
  response.setHeader("Cache-Control", cache);
  if (outcome.kind === "unsatisfiable") {
    response.setHeader("Content-Range", `bytes */${file.size}`);
    refuse(response, refusals.range);
    return true;
  }
  if (disposition !== undefined) response.setHeader("Content-Disposition", disposition);
  if (file.encoding) response.setHeader("Content-Encoding", file.encoding.name);
  response.setHeader("ETag", file.etag);
  if (outcome.kind === "unchanged") {
    response.writeHead(304).end();
    return true;
  }
  response.setHeader("Content-Type", type);
  if (outcome.kind === "part") {
    const { first, last } = outcome;
    response.writeHead(206, {
      "Content-Length": last - first + 1,
      "Content-Range": `bytes ${first}-${last}/${file.size}`,
    });
    return stream(request, response, file.path, { start: first, end: last });
  }
  if (status === 200) response.setHeader("Accept-Ranges", "bytes");
  if (request.method !== "HEAD" && file.size <= readWhole) {
    const data = await read(file.path).catch(() => undefined);
    if (!data) return false;
    response.writeHead(status, { "Content-Length": data.length }).end(data);
    return true;
  }
  response.writeHead(status, { "Content-Length": file.size });
  return stream(request, response, file.path);
}

async function stream(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  part: { start?: number; end?: number } = {},
): Promise<true> {
  if (request.method === "HEAD") response.end();
  // A reader who leaves in the middle is no failure of ours; the connection is gone either way.
  else await pipeline(createReadStream(path, part), response).catch(() => response.destroy());
  return true;
}
