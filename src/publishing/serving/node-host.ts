import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { cacheControl } from "../response-headers.ts";
import { markers, readAddress, type Asked } from "./address-rules.ts";
import { contentTypeOf, contentTypes, dispositionOf } from "./content-types.ts";
import { acceptedEncodings } from "./encodings.ts";
import { everyAnswer } from "./every-answer.ts";
import { describe, releaseOpener, type OpenRelease } from "./open-release.ts";
import { refusals } from "./refusals.ts";
import { refuse } from "./refuse.ts";
import { sendFile, type Shown } from "./send-file.ts";

const always = new Map(Object.entries(everyAnswer));
const page = contentTypes["html"] ?? "";

/**
 * The default public host: serves the live release of a host's folder exactly as nginx does with the generated configuration.
 * @param siteOf the site of a host name (without its port); undefined where this host serves none of that name
 */
export function createNodeHost(folder: string, siteOf: (name: string) => string | undefined): Server {
  const openRelease = releaseOpener(folder);
  const server = createServer((request, response) => {
    response.setHeaders(always);
    answer(request, response, openRelease, siteOf).catch(() => {
      refuse(response, refusals.failed);
    });
  });
  server.on("clientError", answerMalformed);
  return server;
}

/** What is not even HTTP never becomes a request: the answer goes over the wire by hand. */
function answerMalformed(error: Error & { code?: string; rawPacket?: Buffer }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, type, body } = refusals.malformed;
  const head = error.rawPacket?.toString("latin1", 0, 5) === "HEAD ";
  const lines = [
    `HTTP/1.1 ${status} Bad Request`,
    ...[...always].map(([name, value]) => `${name}: ${value}`),
    "Cache-Control: no-store",
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${head ? "" : body}`);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  openRelease: () => OpenRelease | undefined,
  siteOf: (name: string) => string | undefined,
): Promise<void> {
  const site = siteOf((request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase());
  if (site === undefined) {
    refuse(response, refusals.unknownHost);
    return;
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    refuse(response, refusals.method);
    return;
  }
  const asked = readAddress(request.url ?? "/");
  if (asked.kind === "malformed") {
    refuse(response, refusals.malformed);
    return;
  }
  const release = openRelease();
  if (!release) {
    refuse(response, refusals.maintenance);
    return;
  }
  if (asked.kind === "elsewhere") {
    redirect(response, asked.location);
    return;
  }
  if (asked.kind === "file" && (await found(request, response, release, site, asked))) return;
  await missing(request, response, release, site);
}

/** Answers with the page or file, its notice of withdrawal or its new address; resolves with false if there is none of them. */
async function found(
  request: IncomingMessage,
  response: ServerResponse,
  release: OpenRelease,
  site: string,
  asked: Extract<Asked, { kind: "file" }>,
): Promise<boolean> {
  const shown: Shown = { status: 200, type: contentTypeOf(asked.file), cache: cacheControl(asked.path) };
  if (asked.from === "release") {
    // Not part of the tree, and rewritten while the release is live.
    const file = await describe(join(release.folder, asked.file));
    return file !== undefined && sendFile(request, response, file, shown);
  }
  const accepted = acceptedEncodings(request.headers);
  const base = asked.from === "assets" ? "assets" : join("sites", site);
  const file = await release.find(join(base, asked.file), accepted);
  if (file) return sendFile(request, response, file, { ...shown, disposition: dispositionOf(asked.file) });
  const notice = await release.find(join(base, asked.path) + markers.gone, accepted);
  if (notice) return sendFile(request, response, notice, { ...shown, status: 410, type: page });
  const location = await release.redirectOf(join(base, asked.path));
  if (location !== undefined) redirect(response, location);
  return location !== undefined;
}

async function missing(
  request: IncomingMessage,
  response: ServerResponse,
  release: OpenRelease,
  site: string,
): Promise<void> {
  const accepted = acceptedEncodings(request.headers);
  const file = await release.find(join("sites", site, "404.html"), accepted);
  const shown: Shown = { status: 404, type: page, cache: "no-cache" };
  if (!file || !(await sendFile(request, response, file, shown))) refuse(response, refusals.missing);
}

/** Browsers ask again each time: what leads elsewhere today may be a page tomorrow. */
function redirect(response: ServerResponse, location: string): void {
  response.setHeader("Cache-Control", "no-cache");
  response.writeHead(301, { Location: location, "Content-Length": 0 }).end();
}
