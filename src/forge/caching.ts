import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/**
 * Answers carry a digest and must be asked about again each time; an unchanged one costs only "304". What never
 * changes says so itself.
 */
export const revalidate: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("Vary", "Authorization, Accept");
  c.header("X-Content-Type-Options", "nosniff");
  if (c.req.method !== "GET" || c.res.status !== 200) {
    c.header("Cache-Control", "no-store");
    return;
  }
  if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "private, no-cache");
  const body = await c.res.clone().arrayBuffer();
  const tag = `"${createHash("sha256").update(new Uint8Array(body)).digest("base64url")}"`;
  c.header("ETag", tag);
  const known = (c.req.header("If-None-Match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (!known.includes(tag)) return;
  const headers = new Headers(c.res.headers);
  headers.delete("Content-Type");
  headers.delete("Content-Length");
  c.res = undefined;
  c.res = new Response(null, { status: 304, headers });
};

/** For what is named by its digest and so never changes. */
export const forever = "private, max-age=31536000, immutable";
