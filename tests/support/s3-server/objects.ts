import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** An object of a bucket, as it is served. */
export interface StoredObject {
  data: Buffer;
  etag: string;
  modified: Date;
  /** The headers that were given with it. */
  headers: Record<string, string>;
}

/** A refusal in the words of the S3 API. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

const kept = ["content-type", "cache-control", "x-amz-website-redirect-location"];

export function makeObject(data: Buffer, headers: IncomingHttpHeaders): StoredObject {
  const given = Object.fromEntries(
    kept.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])),
  );
  return { data, etag: `"${digest("md5", data, "hex")}"`, modified: new Date(), headers: given };
}

/** The checks that the S3 API makes of an object's bytes before it takes them. */
export function refuseWrongBytes(data: Buffer, headers: IncomingHttpHeaders): void {
  const payload = headers["x-amz-content-sha256"];
  if (payload !== "UNSIGNED-PAYLOAD" && payload !== digest("sha256", data, "hex"))
    throw new Refusal(400, "XAmzContentSHA256Mismatch");
  const checksum = headers["x-amz-checksum-sha256"];
  if (checksum !== undefined && checksum !== digest("sha256", data, "base64"))
    throw new Refusal(400, "BadDigest");
  const md5 = headers["content-md5"];
  if (md5 !== undefined && md5 !== digest("md5", data, "base64")) throw new Refusal(400, "BadDigest");
}

/** Conditional writes: only over the version that is named, or only where there is none. */
export function refuseUnmetCondition(there: StoredObject | undefined, headers: IncomingHttpHeaders): void {
  if (headers["if-none-match"] === "*" && there) throw new Refusal(412, "PreconditionFailed");
  const match = headers["if-match"];
  if (match !== undefined && !there) throw new Refusal(404, "NoSuchKey");
  if (match !== undefined && match !== there?.etag) throw new Refusal(412, "PreconditionFailed");
}

/** How many objects a list holds at a time; Amazon's holds 1000, a store may hold fewer. */
export const listed = 100;

export function listing(bucket: ReadonlyMap<string, StoredObject>, query: URLSearchParams): string {
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter");
  const after = Buffer.from(query.get("continuation-token") ?? "", "base64").toString();
  const keys = [...bucket.keys()]
    .filter((key) => key.startsWith(prefix) && key > after)
    .filter((key) => !delimiter || !key.slice(prefix.length).includes(delimiter))
    .sort();
  const page = keys.slice(0, listed);
  const isTruncated = keys.length > page.length;
  const next = isTruncated ? Buffer.from(page.at(-1) ?? "").toString("base64") : "";
  const contents = page.map((key) => {
    const object = bucket.get(key);
    return `<Contents><Key>${escape(key)}</Key><LastModified>${object?.modified.toISOString() ?? ""}</LastModified><ETag>${escape(object?.etag ?? "")}</ETag><Size>${object?.data.byteLength ?? 0}</Size></Contents>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${isTruncated}</IsTruncated>${next ? `<NextContinuationToken>${next}</NextContinuationToken>` : ""}${contents.join("")}</ListBucketResult>`;
}

function digest(algorithm: string, data: Buffer, encoding: "hex" | "base64"): string {
  return createHash(algorithm).update(data).digest(encoding);
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
