import { createHmac, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import { pageOfFile, readContentPath } from "../content-model/content-path.ts";
import type { Content } from "../content-store/content.ts";
import { contentShowing } from "../content-store/load.ts";
import { withContent } from "../content-store/current.ts";
import { describeProblem } from "../foundation/problem.ts";
import type { CompiledSite } from "./compile.ts";
import { sizesShownBy } from "../content-store/shown-pictures.ts";
import type { FileStore } from "./file-store.ts";
import type { PictureStore } from "./pictures.ts";

export interface PreviewOptions {
  compiled: CompiledSite;
  pictures: PictureStore;
  files: FileStore;
  /** The content of main as it would be with this commit merged; undefined if there is no such commit. */
  contentWith: (head: string) => Promise<Content | undefined>;
  /** The content of main as it is. */
  published: () => Promise<Content>;
  /** Marks in a page what differs from the same page as it is published, for an address that ends in `?cho-sua`. */
  marks: {
    page: (before: string, after: string) => string;
    /** The text of a style sheet or script that marked pages load; undefined where there is none at that address. */
    file: (address: string) => Promise<string | undefined>;
  };
  /** The site that is shown for files of none. */
  firstSite: string;
  /** Signs the addresses, so that only who was given one can see unpublished work. */
  secret: Buffer;
  /** Origin of the previews themselves, and the only origin that may show them in a frame. */
  origin: () => string;
  framedBy: () => string;
  /** The headers of public pages for pages framed by that origin. */
  headers: (framedBy: string) => Record<string, string>;
}

/** Shows submissions as the portal would show them: any page of any site, rendered on demand, on an origin without rights. */
export interface Previews {
  app: Hono;
  /** Where a file of a submission can be seen. */
  addressOf: (head: string, file: string | undefined) => string;
  /** Makes the pictures of that page now, so that the first look is quick. */
  warm: (head: string, file: string | undefined) => Promise<void>;
}

export function createPreviews(options: PreviewOptions): Previews {
  const app = new Hono();
  const keyOf = (head: string) =>
    createHmac("sha256", options.secret).update(head).digest("hex").slice(0, 32);

  async function render(content: Content, site: string, path: string): Promise<Buffer | undefined> {
    const response = await withContent(contentShowing(content, site, path), () =>
      options.compiled.renderPath(`/${site}${path === "/" ? "" : path}`),
    );
    return response.status === 200 || path === "/404" ? Buffer.from(await response.arrayBuffer()) : undefined;
  }

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(options.headers(options.framedBy())))
      context.header(name, value);
    context.header("X-Robots-Tag", "noindex, nofollow");
    context.header("Referrer-Policy", "no-referrer");
  });

  app.get("/xem-truoc/:head/:key/:site/*", async (context) => {
    const { head, key, site } = context.req.param();
    if (!/^[0-9a-f]{40}$/.test(head) || !equal(key, keyOf(head))) return missing(context);
    const content = await options.contentWith(head);
    if (!content?.sites.has(site)) return missing(context);
    const base = `/xem-truoc/${head}/${key}/${site}`;
    const path = decoded(context)?.slice(base.length) ?? "";
    options.pictures.know(content);
    options.files.know(content);
    const page = await render(content, site, pathIn(path));
    if (!page) return missing(context, content);
    context.header("Cache-Control", "no-store");
    const type = contentTypeOf(path);
    if (!type.startsWith("text/html"))
      return context.body(new Uint8Array(page), 200, { "Content-Type": type });
    const html = page.toString("utf8");
    const shown = context.req.query("cho-sua") === undefined ? html : await marked(html, site, pathIn(path));
    return context.body(rebase(shown, base), 200, { "Content-Type": type });
  });

  /** What cannot be marked is shown as it is. */
  async function marked(html: string, site: string, path: string): Promise<string> {
    const content = await options.published();
    const before = content.sites.has(site) ? await render(content, site, path) : undefined;
    if (!before) return html;
    options.pictures.know(content);
    options.files.know(content);
    return options.marks.page(before.toString("utf8"), html);
  }

  app.get("/_cho-sua/:name", async (context) => {
    const address = context.req.path;
    const text = await options.marks.file(address);
    if (text === undefined) return missing(context);
    return context.body(text, 200, { "Content-Type": contentTypeOf(address), "Cache-Control": "no-cache" });
  });

  // A picture's address names its bytes, and is told only by the pages of a preview.
  app.get("/_anh/:folder/:name", async (context) => {
    const { folder, name } = context.req.param();
    const file = await options.pictures.at(`/_anh/${folder}/${name}`);
    return file
      ? context.body(await bytes(file), 200, {
          "Content-Type": contentTypeOf(name),
          "Cache-Control": "public, max-age=3600",
        })
      : missing(context);
  });

  app.get("/_tep/*", async (context) => {
    const address = decoded(context) ?? "";
    const file = await options.files.at(address);
    return file
      ? context.body(await bytes(file), 200, {
          "Content-Type": contentTypeOf(address),
          "Cache-Control": "public, max-age=3600",
        })
      : missing(context);
  });

  app.get("/_astro/*", async (context) => {
    const path = normalize(decoded(context) ?? "/");
    if (!path.startsWith("/_astro/")) return missing(context);
    const file = await bytes(join(options.compiled.assets, path)).catch(() => undefined);
    return file
      ? context.body(file, 200, {
          "Content-Type": contentTypeOf(path),
          "Cache-Control": "public, max-age=3600",
        })
      : missing(context);
  });

  app.notFound((context) => missing(context));
  app.onError((error, context) => {
    context.header("Cache-Control", "no-store");
    return context.text(`Chưa xem trước được:\n\n${describeProblem(error)}\n`, 500);
  });

  return {
    app,
    addressOf(head, file) {
      const { site, path } = pageOf(file, options.firstSite);
      return `${options.origin()}/xem-truoc/${head}/${keyOf(head)}/${site}${path}`;
    },
    async warm(head, file) {
      const content = await options.contentWith(head);
      const { site, path } = pageOf(file, options.firstSite);
      if (!content) return;
      options.pictures.know(content);
      await options.pictures.prepare(sizesShownBy(content, file));
      await render(content, site, path);
    },
  };
}

/** The page that shows a file best: an entry's own, the front page of its site for all else. */
function pageOf(file: string | undefined, firstSite: string): { site: string; path: string } {
  const page = pageOfFile(file ?? "");
  if (page) return page;
  const place = readContentPath(file ?? "");
  return { site: "site" in place ? place.site : firstSite, path: "/" };
}

/** The path of a page inside its site. */
const pathIn = (path: string) => (path === "" || path === "/" ? "/" : path.replace(/\/$/, ""));

/** The path as it was meant; undefined for a malformed one. */
function decoded(context: Context): string | undefined {
  try {
    return decodeURIComponent(new URL(context.req.url).pathname);
  } catch {
    return undefined;
  }
}

/** Points links that start at the site's root to the preview; files named by their bytes stay at the root. */
function rebase(html: string, base: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/(\s(?:href|src|action)=")\/(?![/_])/g, `$1${base}/`),
  );
}

async function missing(context: Context, { problems }: Pick<Content, "problems"> = { problems: [] }) {
  const list = problems.map(({ label, message }) => html`<li><strong>${label}:</strong> ${message}</li>`);
  const [title, why] =
    problems.length > 0
      ? [
          "Chưa xem trước được",
          html`<p>Bài còn chỗ phải sửa:</p>
            <ul>
              ${list}
            </ul>`,
        ]
      : ["Không có bản xem trước này", ""];
  const page = html`<!doctype html>
    <html lang="vi">
      <meta name="viewport" content="width=device-width" />
      <title>${title}</title>
      <h1>${title}</h1>
      ${why}
    </html>`;
  return context.html(page, 404, { "Cache-Control": "no-store" });
}

function contentTypeOf(path: string): string {
  const extension = /\.([a-z0-9]+)$/.exec(path)?.[1] ?? "html";
  const types: Record<string, string> = {
    html: "text/html; charset=utf-8",
    css: "text/css; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    xml: "application/xml; charset=utf-8",
    json: "application/json; charset=utf-8",
    txt: "text/plain; charset=utf-8",
    svg: "image/svg+xml",
    webp: "image/webp",
    jpg: "image/jpeg",
    png: "image/png",
    woff2: "font/woff2",
    pdf: "application/pdf",
    mp4: "video/mp4",
    webm: "video/webm",
    mp3: "audio/mpeg",
    m4a: "audio/mp4",
    ogg: "audio/ogg",
    vtt: "text/vtt; charset=utf-8",
  };
  return types[extension] ?? "application/octet-stream";
}

const bytes = async (file: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await readFile(file));

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
