import type { Context } from "hono";
import type { ZodType } from "zod";
import { Refusal } from "./refusal.ts";

const megabyte = 1024 * 1024;
const defaultLimit = megabyte;
/** The largest video of a library, 60 MB, is a third more in base64. */
export const blobLimit = 80 * megabyte;

/** Reads a JSON body of at most `limit` bytes and checks its shape. */
export async function readJson<T>(c: Context, shape: ZodType<T>, limit = defaultLimit): Promise<T> {
  const text = (await readBody(c, limit)).toString("utf8");
  const result = shape.safeParse(parse(text));
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({
    field: path.join("."),
    code: "invalid",
    message,
  }));
  const [first] = errors;
  throw new Refusal(422, `Validation Failed${first ? `: ${first.field}: ${first.message}` : ""}`, { errors });
}

/** A page of a list, as the query asks for it. */
export function pageOf(c: Context): { page: number; perPage: number } {
  const number = (name: string, fallback: number): number => {
    const value = Number(c.req.query(name));
    return Number.isInteger(value) && value > 0 ? value : fallback;
  };
  return { page: number("page", 1), perPage: Math.min(number("per_page", 30), 100) };
}

/** The part of a list that the query asks for; the `Link` header leads to the others. */
export function paginate<T>(c: Context, origin: string, items: readonly T[]): T[] {
  const { page, perPage } = pageOf(c);
  linkPages(c, origin, { page, last: Math.max(Math.ceil(items.length / perPage), 1) });
  return items.slice((page - 1) * perPage, page * perPage);
}

/** Sets the `Link` header. Its URLs begin with the origin that browsers see, whatever the request says. */
export function linkPages(c: Context, origin: string, { page, last }: { page: number; last: number }): void {
  const { pathname, searchParams } = new URL(c.req.url);
  const link = (target: number, rel: string): string => {
    searchParams.set("page", String(target));
    return `<${origin}${pathname}?${searchParams.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(1, "first"), link(page - 1, "prev")] : []),
    ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
  ];
  if (links.length > 0) c.header("Link", links.join(", "));
}

/** A number in the path: `/pulls/12`. Anything else is not found. */
export function numberIn(c: Context, name: string): number {
  const value = Number(c.req.param(name));
  if (!Number.isSafeInteger(value) || value < 1) throw new Refusal(404, "Not Found");
  return value;
}

async function readBody(c: Context, limit: number): Promise<Buffer> {
  const tooLarge = new Refusal(
    413,
    `Nội dung gửi lên quá lớn (tối đa ${String(Math.floor(limit / megabyte))} MB).`,
  );
  if (Number(c.req.header("Content-Length") ?? 0) > limit) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parse(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "Problems parsing JSON");
  }
}
