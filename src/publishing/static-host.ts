import { realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import send from "send";
import { cacheControl, isImmutable, securityHeaders } from "./response-headers.ts";

/** The default public host: serves one site of whatever release `current` points to, as the production web server does. */
export function createStaticHost(folder: string, site: string): Server {
  return createServer((request, response) => {
    answer(folder, site, request, response).catch(() => {
      plain(response, 500, "Máy chủ gặp lỗi. Xin thử lại sau.\n");
    });
  });
}

async function answer(
  folder: string,
  site: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    plain(response, 405, "Chỉ nhận GET và HEAD.\n");
    return;
  }
  const path = readPath(request.url ?? "/");
  if (path === undefined) {
    plain(response, 400, "Địa chỉ không hợp lệ.\n");
    return;
  }
  const canonical = canonicalPath(path);
  if (canonical !== path) {
    response.writeHead(301, { Location: encodeURI(canonical) + queryOf(request.url) }).end();
    return;
  }
  // Read once per request: a swap half-way must not mix two releases in one answer.
  const release = await realpath(join(folder, "current")).catch(() => undefined);
  if (!release) {
    plain(response, 503, "Trang đang được chuẩn bị.\n");
    return;
  }
  const [root, file] = locate(folder, release, site, path);
  const sent = await sendFile(request, response, root, file, { status: 200, path });
  if (
    !sent &&
    !(await sendFile(request, response, join(release, site), "/404.html", { status: 404, path }))
  ) {
    plain(response, 404, "Không tìm thấy trang.\n");
  }
}

/** No address of a portal is longer. */
const longestPath = 1024;

/** The decoded path; undefined if it is malformed or leads out of the document root. */
function readPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? "/");
    const bad =
      path.length > longestPath ||
      path.includes("//") ||
      !path.startsWith("/") ||
      /[\0\\]/.test(path) ||
      path.split("/").some((part) => part.startsWith("."));
    return bad ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Every page has one address: no trailing slash, no `.html`, no `index`. */
function canonicalPath(path: string): string {
  const bare = path
    .replace(/\/+$/, "")
    .replace(/\.html$/, "")
    .replace(/\/index$/, "");
  return bare === "" ? "/" : bare;
}

const queryOf = (url = ""): string => (url.includes("?") ? url.slice(url.indexOf("?")) : "");

function locate(folder: string, release: string, site: string, path: string): [root: string, file: string] {
  if (isImmutable(path)) return [join(folder, "assets"), path];
  if (path === "/phien-ban.json") return [release, path];
  if (path === "/") return [join(release, site), "/index.html"];
  return [join(release, site), /\.[a-z0-9]+$/.test(path) ? path : `${path}.html`];
}

interface Shown {
  status: number;
  path: string;
}

/** Sends a file, compressed where the release holds it compressed and the reader takes it. Resolves with false if there is none. */
async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  file: string,
  shown: Shown,
): Promise<boolean> {
  const encoding = await encodingFor(request.headers["accept-encoding"] ?? "", join(root, file));
  return new Promise((resolve, reject) => {
    // Paths are checked above and already decoded; `send` decodes once more, so a percent sign must be kept safe.
    const stream = send(request, encodeURI(`${file}${encoding ? `.${encoding.extension}` : ""}`), {
      root,
      index: false,
      cacheControl: false,
      dotfiles: "deny",
    });
    stream.on("headers", (_response, path) => {
      response.setHeader("Cache-Control", shown.status === 404 ? "no-cache" : cacheControl(shown.path));
      response.setHeader("Vary", "Accept-Encoding");
      if (encoding) {
        response.setHeader("Content-Encoding", encoding.name);
        response.setHeader("Content-Type", contentType(String(path).replace(/\.(?:br|gz)$/, "")));
      }
      if (shown.status === 404) response.statusCode = 404;
    });
    stream.on("error", (error: Error & { status?: number }) => {
      const status = error.status ?? 500;
      if (status === 404 || status === 403) resolve(false);
      // A range beyond the end, a precondition that does not hold: the reader's question, answered as such.
      else if (status < 500) {
        plain(response, status, "Yêu cầu không thực hiện được.\n");
        resolve(true);
      } else reject(error);
    });
    stream.on("directory", () => {
      resolve(false);
    });
    response.on("close", () => {
      resolve(true);
    });
    stream.pipe(response);
  });
}

async function encodingFor(
  accepted: string,
  file: string,
): Promise<{ name: string; extension: string } | undefined> {
  for (const [name, extension] of [
    ["br", "br"],
    ["gzip", "gz"],
  ] as const) {
    if (
      new RegExp(`(?:^|[\\s,])${name}(?!\\s*;\\s*q=0(?:[.,\\s]|$))`).test(accepted) &&
      (await isFile(`${file}.${extension}`))
    ) {
      return { name, extension };
    }
  }
  return undefined;
}

function contentType(path: string): string {
  const types: Record<string, string> = {
    html: "text/html; charset=utf-8",
    css: "text/css; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    mjs: "text/javascript; charset=utf-8",
    json: "application/json; charset=utf-8",
    xml: "application/xml; charset=utf-8",
    svg: "image/svg+xml",
    txt: "text/plain; charset=utf-8",
  };
  return types[/\.([a-z]+)$/.exec(path)?.[1] ?? ""] ?? "application/octet-stream";
}

function plain(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" })
    .end(text);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
