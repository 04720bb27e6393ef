import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { builtOnce } from "../foundation/built-once.ts";

const inputs = ["admin", "src/content-model", "src/editorial", "package-lock.json"];

/** Builds the pages that editors and approvers load, with the CMS beside them; kept until their code changes. */
export async function buildAdminPages(checkout: string, log: (line: string) => void): Promise<string> {
  const { folder } = await builtOnce(checkout, {
    inputs,
    cache: join(checkout, "node_modules/.cache/cong/admin"),
    build: async (destination) => {
      log("Building the pages for editors and approvers …");
      const { build } = await import("vite");
      await build({
        configFile: join(checkout, "admin/vite.config.ts"),
        logLevel: "error",
        build: { outDir: destination, emptyOutDir: false },
      });
      await copyDecap(join(checkout, "node_modules/decap-cms/dist"), join(destination, "admin/decap"));
      await compressBelow(destination);
    },
  });
  return folder;
}

/** Serves them: the CMS at `/admin/`, the review page at `/duyet/`, each with the least its scripts need. */
export function adminPages(
  folder: string,
  options: { previewOrigin: () => string; config: () => Promise<unknown> },
): Hono {
  const app = new Hono();
  const files = serveStatic({ root: folder, precompressed: true });

  app.get("/", (context) => context.redirect("/admin/"));
  app.get("/admin", (context) => context.redirect("/admin/"));
  app.get("/duyet", (context) => context.redirect("/duyet/"));
  app.get("/admin/config.json", async (context) =>
    context.json(await options.config(), 200, { "Cache-Control": "no-store" }),
  );

  app.use("/admin/*", async (context, next) => {
    await next();
    // Decap compiles its templates at run time and styles its controls inline.
    context.header(
      "Content-Security-Policy",
      policy(options.previewOrigin(), "'unsafe-eval'", "'unsafe-inline'"),
    );
  });
  app.use("/duyet/*", async (context, next) => {
    await next();
    context.header("Content-Security-Policy", policy(options.previewOrigin()));
  });
  for (const path of ["/admin/*", "/duyet/*", "/admin-assets/*"]) {
    app.use(path, async (context, next) => {
      await next();
      context.header("X-Content-Type-Options", "nosniff");
      context.header("Referrer-Policy", "no-referrer");
      const hashed = context.req.path.startsWith("/admin-assets/");
      context.header("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    });
    app.get(path, files);
  }
  return app;
}

function policy(previewOrigin: string, script = "", style = ""): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${script}`.trim(),
    `style-src 'self' ${style}`.trim(),
    `img-src 'self' blob: data: ${previewOrigin}`,
    "font-src 'self' data:",
    "connect-src 'self' blob: data:",
    `frame-src 'self' ${previewOrigin}`,
    "worker-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

async function copyDecap(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if (/(?:^|\.)decap-cms\.js$/.test(name)) await copyFile(join(from, name), join(to, name));
  }
}

async function compressBelow(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:js|css|html|svg|json)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const data = await readFile(file);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 8 } };
    await writeFile(`${file}.br`, await promisify(brotliCompress)(data, quality));
    await writeFile(`${file}.gz`, await promisify(gzip)(data));
  }
}
