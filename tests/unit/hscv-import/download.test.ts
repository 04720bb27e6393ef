import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { download } from "../../../src/hscv-import/fetch/download.ts";
import { aFolder } from "../../support/a-repository.ts";
import { aSourceServer } from "../../support/a-source-server.ts";

async function aDownload(origin: string) {
  const file = join(await aFolder(), "feed");
  const waits: number[] = [];
  const options = {
    rules: {
      hosts: new Set([new URL(origin).host]),
      privateNetworks: ["127.0.0.0/8"],
      credentials: { origins: new Set([origin]), headers: { Authorization: "Bearer bi-mat" } },
    },
    largest: 1_000_000,
    patience: 2000,
    random: () => 0,
    wait: (milliseconds: number) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
  return {
    file,
    waits,
    get: (path: string, more: Partial<Parameters<typeof download>[2]> = {}) =>
      download(origin + path, file, { ...options, ...more }),
  };
}

test("what has not changed is not sent again", async () => {
  const server = await aSourceServer();
  server.answer("/feed", (request, response) => {
    if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { ETag: '"1"', "Content-Length": 3 }).end("abc");
  });
  const { get } = await aDownload(server.origin);
  expect(await get("/feed")).toMatchObject({
    kind: "file",
    bytes: 3,
    digest: hash("sha256", "abc"),
    etag: '"1"',
  });
  expect(await get("/feed", { known: { etag: '"1"', lastModified: "" } })).toEqual({ kind: "unchanged" });
});

test("what broke off is gone on with where it stopped", async () => {
  const server = await aSourceServer();
  const content = Buffer.from("0123456789".repeat(1000));
  const ranges: (string | undefined)[] = [];
  server.answer("/feed", (request, response) => {
    ranges.push(request.headers.range);
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const rest = content.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, {
      ETag: '"1"',
      "Content-Length": rest.length,
      ...(from > 0
        ? { "Content-Range": `bytes ${String(from)}-${String(content.length - 1)}/${String(content.length)}` }
        : {}),
    });
    response.write(rest.subarray(0, 4000), () => {
      if (rest.length > 4000) response.destroy();
      else response.end();
    });
  });
  const { file, get } = await aDownload(server.origin);
  expect(await get("/feed")).toMatchObject({
    kind: "file",
    bytes: content.length,
    digest: hash("sha256", content),
  });
  expect(await readFile(file)).toEqual(content);
  expect(ranges[0]).toBeUndefined();
  expect(ranges.slice(1).every((range) => range !== undefined)).toBe(true);
});

test("a server that fails is asked again after longer and longer pauses, and not for ever", async () => {
  const server = await aSourceServer();
  server.answer("/feed", (_, response) => {
    response.writeHead(503).end();
  });
  const { waits, get } = await aDownload(server.origin);
  await expect(get("/feed")).rejects.toThrow("503");
  expect(server.asked).toHaveLength(4);
  expect(waits).toEqual([500, 1000, 2000]);
});

test("a server that says when to come again is heard", async () => {
  const server = await aSourceServer();
  let times = 0;
  server.answer("/feed", (_, response) => {
    times += 1;
    if (times === 1) response.writeHead(429, { "Retry-After": "7" }).end();
    else response.writeHead(200).end("abc");
  });
  const { waits, get } = await aDownload(server.origin);
  await get("/feed");
  expect(waits).toEqual([7000]);
});

test("what is not there is asked once", async () => {
  const server = await aSourceServer();
  const { get } = await aDownload(server.origin);
  await expect(get("/feed")).rejects.toThrow("404");
  expect(server.asked).toHaveLength(1);
});

test("more than allowed is not taken, whether the server says how much it is or not", async () => {
  const server = await aSourceServer();
  server.serve("/said", Buffer.alloc(2_000_000));
  server.answer("/unsaid", (_, response) => {
    response.writeHead(200, { "Transfer-Encoding": "chunked" });
    for (let part = 0; part < 20; part += 1) response.write(Buffer.alloc(100_000));
    response.end();
  });
  const { get } = await aDownload(server.origin);
  await expect(get("/said")).rejects.toThrow("nặng quá");
  await expect(get("/unsaid")).rejects.toThrow("nặng quá");
});

test("redirects are judged one by one, and credentials stay with their own server", async () => {
  const server = await aSourceServer();
  const other = await aSourceServer();
  const seen: (string | undefined)[] = [];
  server.answer("/feed", (request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(302, { Location: `${other.origin}/there` }).end();
  });
  other.answer("/there", (request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(200).end("abc");
  });
  const { get } = await aDownload(server.origin);
  await expect(get("/feed")).rejects.toThrow("không có trong danh sách");
  expect(other.asked).toEqual([]);
  const rules = {
    hosts: new Set([new URL(server.origin).host, new URL(other.origin).host]),
    privateNetworks: ["127.0.0.0/8"],
    credentials: { origins: new Set([server.origin]), headers: { Authorization: "Bearer bi-mat" } },
  };
  await get("/feed", { rules });
  expect(seen).toEqual(["Bearer bi-mat", "Bearer bi-mat", undefined]);
});
