import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import {
  listing,
  makeObject,
  refuseUnmetCondition,
  refuseWrongBytes,
  Refusal,
  type StoredObject,
} from "./objects.ts";
import { signatureHolds } from "./signature.ts";

export const testKeys = { accessKeyId: "AKTEST", secretAccessKey: "secret-of-the-test" };

/** What a store does with a request instead of answering it: an HTTP status, or the connection broken. */
export type Fault = number | "broken" | undefined;

/** An object store on loopback that speaks the S3 API as far as publishing uses it, and serves buckets as websites. */
export interface S3Server {
  endpoint: string;
  buckets: Map<string, Map<string, StoredObject>>;
  /** Every request that was answered: `PUT bucket/key`, in order. */
  log: string[];
  /** Whether it takes conditions on writes; some stores do not. */
  knowsConditions: boolean;
  /** Asked before each request is carried out. */
  fault: (request: string) => Fault;
  /** What a reader gets from a bucket's website endpoint. */
  visit: (bucket: string, path: string) => Promise<Response>;
  stop: () => Promise<void>;
}

export async function anS3Server(names: readonly string[]): Promise<S3Server> {
  const buckets = new Map(names.map((name) => [name, new Map<string, StoredObject>()]));
  const log: string[] = [];
  const store: S3Server = {
    endpoint: "",
    buckets,
    log,
    knowsConditions: true,
    fault: () => undefined,
    visit: (bucket, path) => fetch(`${website}/${bucket}${path}`, { redirect: "manual" }),
    stop: () => end(api),
  };
  const api = createServer((request, response) => {
    void (async () => {
      const data = await bodyOf(request);
      const name = `${request.method} ${decodeURIComponent((request.url ?? "").split("?")[0] ?? "").slice(1)}`;
      const fault = store.fault(name);
      if (fault === "broken") {
        request.socket.destroy();
        return;
      }
      try {
        if (fault) throw new Refusal(fault, "ServiceUnavailable");
        const conditional = request.headers["if-match"] ?? request.headers["if-none-match"];
        if (conditional && !store.knowsConditions) throw new Refusal(501, "NotImplemented");
        answer(buckets, request, data, response);
        log.push(name);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const text = `<?xml version="1.0"?><Error><Code>${error.code}</Code><Message>${error.code}</Message></Error>`;
        response.writeHead(error.status, { "Content-Type": "application/xml" }).end(text);
      }
    })();
  });
  const readers = createServer((request, response) => serveWebsite(buckets, request, response));
  store.endpoint = await listen(api);
  const website = await listen(readers);
  onTestFinished(async () => {
    await Promise.all([end(api), end(readers)]);
  });
  return store;
}

type Buckets = ReadonlyMap<string, Map<string, StoredObject>>;

function answer(buckets: Buckets, request: IncomingMessage, data: Buffer, response: ServerResponse): void {
  if (!signatureHolds(request, testKeys)) throw new Refusal(403, "SignatureDoesNotMatch");
  const url = new URL(request.url ?? "/", "http://store");
  const { bucket, key } = place(buckets, decodeURIComponent(url.pathname));
  const there = bucket.get(key);
  if (request.method === "PUT") {
    refuseWrongBytes(data, request.headers);
    refuseUnmetCondition(there, request.headers);
    const source = request.headers["x-amz-copy-source"];
    const object = makeObject(
      source === undefined ? data : sourceOf(buckets, String(source)),
      request.headers,
    );
    bucket.set(key, object);
    response.setHeader("ETag", object.etag);
    response.end(
      source === undefined ? "" : `<CopyObjectResult><ETag>${object.etag}</ETag></CopyObjectResult>`,
    );
  } else if (request.method === "DELETE") {
    bucket.delete(key);
    response.writeHead(204).end();
  } else if (request.method === "GET" && key === "") {
    response.setHeader("Content-Type", "application/xml");
    response.end(listing(bucket, url.searchParams));
  } else if (request.method === "GET") {
    if (!there) throw new Refusal(404, "NoSuchKey");
    response.writeHead(200, { ...there.headers, ETag: there.etag, "Content-Length": there.data.byteLength });
    response.end(there.data);
  } else throw new Refusal(501, "NotImplemented");
}

function sourceOf(buckets: Buckets, source: string): Buffer {
  const { bucket, key } = place(buckets, `/${decodeURIComponent(source).replace(/^\//, "")}`);
  const found = bucket.get(key);
  if (!found) throw new Refusal(404, "NoSuchKey");
  return found.data;
}

function place(buckets: Buckets, path: string): { bucket: Map<string, StoredObject>; key: string } {
  const [, name = "", key = ""] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  const bucket = buckets.get(name);
  if (!bucket) throw new Refusal(404, "NoSuchBucket");
  return { bucket, key };
}

/** A bucket as a website: `index.html` for folders, redirects of objects, `404.html` for what is missing. */
function serveWebsite(buckets: Buckets, request: IncomingMessage, response: ServerResponse): void {
  const { bucket, key } = place(buckets, decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/"));
  const object = bucket.get(key === "" || key.endsWith("/") ? `${key}index.html` : key);
  const redirect = object?.headers["x-amz-website-redirect-location"];
  if (redirect) {
    response.writeHead(301, { Location: redirect }).end();
    return;
  }
  const shown = object ?? bucket.get("404.html");
  response.writeHead(object ? 200 : 404, shown?.headers ?? {}).end(shown?.data);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function end(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
