import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Content } from "../../src/content-store/content.ts";
import { withContent } from "../../src/content-store/current.ts";
import { loadContent } from "../../src/content-store/load.ts";
import { folderSource } from "../../src/content-store/source.ts";
import { securityHeaders } from "../../src/publishing/response-headers.ts";
import { contentTypeOf } from "../../src/publishing/serving/content-types.ts";
import { compileSite } from "../../src/rendering/compile.ts";
import { openPictureStore } from "../../src/rendering/pictures.ts";

const checkout = resolve(import.meta.dirname, "../..");

/** One site of this checkout's content, each page rendered when it is asked for, with the headers of a public host. */
export interface ShownSite {
  origin: string;
  content: Content;
  stop: () => Promise<void>;
}

export async function showSite(site: string, at = new Date()): Promise<ShownSite> {
  const [compiled, content] = await Promise.all([
    compileSite(checkout, () => undefined),
    loadContent(folderSource(checkout), at),
  ]);
  const pictures = openPictureStore(join(tmpdir(), "cong-shown-pictures"), ({ file }) =>
    readFile(join(checkout, file)),
  );
  pictures.know(content);

  async function answer(path: string): Promise<{ status: number; body: Buffer }> {
    const picture = path.startsWith("/_anh/") ? await pictures.at(path) : undefined;
    const file = picture ?? (path.startsWith("/_astro/") ? join(compiled.assets, path) : undefined);
    if (file !== undefined) return { status: 200, body: await readFile(file) };
    const response = await withContent(content, () =>
      compiled.renderPath(`/${site}${path.replace(/\/$/, "")}`),
    );
    return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://here.invalid");
    answer(pathname).then(
      ({ status, body }) => {
        const type = /\.\w+$/.test(pathname) ? contentTypeOf(pathname) : "text/html; charset=utf-8";
        response.writeHead(status, { ...securityHeaders, "Content-Type": type }).end(body);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    content,
    stop: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}
