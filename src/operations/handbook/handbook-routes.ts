import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import { chapterMarkup } from "./chapter-markup.ts";
import { readChapters } from "./chapters.ts";
import { handbookPage } from "./handbook-page.ts";
import { webpSize } from "./webp-size.ts";

/** How a page of the handbook may load things: all of it comes from here, and nothing runs. */
const policy =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The sheets of the review page that the handbook shares, then its own; in the portal's own font. */
const sheets = [
  "src/site/styles/fonts.css",
  "admin/review/styles/tokens.css",
  "admin/review/styles/base.css",
  "admin/review/styles/parts.css",
  "src/operations/handbook/handbook.css",
];

/** Serves the handbook of the checkout whose code runs: `/so-tay/`, for everybody who reaches the desk, without signing in. */
export function handbookRoutes(checkout: string, portal: () => Promise<string>): Hono {
  const folder = join(checkout, "docs/so-tay");
  const app = new Hono();
  app.use("/so-tay/*", async (context, next) => {
    await next();
    context.header("Content-Security-Policy", policy);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-cache");
  });
  app.get("/so-tay", (context) => context.redirect("/so-tay/"));
  app.get("/so-tay/kieu.css", async (context) => {
    const texts = await Promise.all(sheets.map((sheet) => readFile(join(checkout, sheet), "utf8")));
    return context.body(shownAtOnce(texts.join("\n")), 200, {
      "Content-Type": "text/css; charset=utf-8",
    });
  });
  app.get("/so-tay/bieu-trung.svg", async (context) =>
    context.body(await readFile(join(checkout, "admin/shared/emblem.svg"), "utf8"), 200, {
      "Content-Type": "image/svg+xml",
    }),
  );
  for (const [at, from, type] of [
    ["phong-chu", join(checkout, "src/site/fonts"), "font/woff2"],
    ["hinh", join(folder, "hinh"), "image/webp"],
  ] as const) {
    app.get(`/so-tay/${at}/:name{[a-z0-9-]+\\.(?:woff2|webp)}`, async (context) => {
      const bytes = await readFile(join(from, context.req.param("name"))).catch(() => undefined);
      return bytes ? context.body(new Uint8Array(bytes), 200, { "Content-Type": type }) : context.notFound();
    });
  }
  app.get("/so-tay/:name{[a-z-]*}", async (context) => {
    const chapters = await readChapters(folder);
    const chapter = chapters.find(({ name }) => name === context.req.param("name"));
    if (!chapter) return context.notFound();
    const sizes = await sizesOf(chapter.markdown, join(folder, "hinh"));
    const markup = chapterMarkup(chapter.markdown, (name) => sizes.get(name));
    return context.html(handbookPage({ chapter, chapters, markup, portal: await portal() }));
  });
  return app;
}

/** Who opens the handbook once sees it in its own font: the portal's waits for a second page. */
const shownAtOnce = (styles: string) =>
  styles
    .replaceAll("../fonts/", "/so-tay/phong-chu/")
    .replaceAll("font-display: optional", "font-display: swap");

async function sizesOf(markdown: string, folder: string) {
  const names = [...markdown.matchAll(/\(hinh\/([\w-]+)\.webp\)/g)].map(([, name = ""]) => name);
  const sizes = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, `${name}.webp`)).catch(() => new Uint8Array());
      return [name, webpSize(bytes)] as const;
    }),
  );
  return new Map(sizes);
}
