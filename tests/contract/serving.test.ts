import { spawnSync } from "node:child_process";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { Agent } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { expect, test, type TestContext } from "vitest";
import { everyAnswer } from "../../src/publishing/serving/every-answer.ts";
import { everythingRelease } from "../support/everything-release.ts";
import { aFolder } from "../support/folder.ts";
import { freePort } from "../support/free-port.ts";
import { makeCertificate, provideNginx, startNginx, writeConfig } from "../support/nginx.ts";
import { aNodeHost } from "../support/node-host.ts";
import { rawRequest, type RawAnswer, type RawRequest } from "../support/raw-request.ts";
import { aPage } from "../support/release.ts";
import { activate, layRelease } from "../support/served-release.ts";
import { skip } from "../support/skip.ts";

const missing = provideNginx();
const sites = [
  { id: "tinh", domain: "songmay.gov.vn" },
  { id: "so", domain: "so.songmay.gov.vn" },
];
const siteOf = (name: string) => sites.find(({ domain }) => domain === name)?.id;

/** Both servers over one host's folder. */
async function bothServers(context: TestContext, live = true) {
  if (missing) skip(context, missing);
  const folder = await aFolder();
  if (live) {
    await layRelease(folder, 1, everythingRelease());
    await activate(folder, 1);
  }
  return {
    folder,
    nginx: await startNginx({ folder, sites }),
    node: await aNodeHost(folder, siteOf),
  };
}

/** What a reader or a cache acts on. Left out are `Server`, `Date`, `Connection`, `Keep-Alive` and how the length is told. */
const compared = [
  ...Object.keys(everyAnswer),
  "Accept-Ranges",
  "Allow",
  "Cache-Control",
  "Content-Disposition",
  "Content-Encoding",
  "Content-Range",
  "Content-Type",
  "ETag",
  "Last-Modified",
  "Location",
  "Retry-After",
  "Set-Cookie",
].map((name) => name.toLowerCase());

/** An answer as far as the two servers must agree on it. nginx writes a page of its own below a redirect, which nobody sees. */
function essence({ status, headers, rawHeaders, body }: RawAnswer) {
  const redirect = status === 301;
  if (status === 416) return rangeEssence(headers, body);
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  return {
    status,
    headers: Object.fromEntries(
      compared
        .filter((name) => headers[name] !== undefined && !(redirect && name === "content-type"))
        .map((name) => [name, headers[name]]),
    ),
    // The same header twice is another meaning for some.
    twice: compared.filter((name) => names.indexOf(name) !== names.lastIndexOf(name)),
    body: redirect ? "" : body.toString("latin1"),
  };
}

/**
 * nginx finds that a range cannot be satisfied after it has written its headers, and writes them a second time: those are
 * left out, and it names the ETag.
 */
function rangeEssence(headers: RawAnswer["headers"], body: Buffer) {
  const names = ["content-range", "content-type", "content-encoding", "last-modified"];
  return {
    status: 416,
    headers: Object.fromEntries(names.map((name) => [name, headers[name]])),
    twice: [],
    body: body.toString("latin1"),
  };
}

async function compare(servers: { nginx: { origin: string }; node: string }, asked: RawRequest) {
  const sent = { ...asked, headers: { Host: "songmay.gov.vn", ...asked.headers } };
  const nginx = essence(await rawRequest(servers.nginx.origin, sent));
  const node = essence(await rawRequest(servers.node, sent));
  expect
    .soft(node, `${asked.method ?? "GET"} ${asked.path} ${JSON.stringify(asked.headers ?? {})}`)
    .toEqual(nginx);
  expect.soft(nginx.twice, asked.path).toEqual([]);
  if (nginx.status === 416) return nginx;
  for (const [name, value] of Object.entries(everyAnswer))
    expect.soft(nginx.headers[name.toLowerCase()], `${asked.path}: ${name}`).toBe(value);
  return nginx;
}

/** Address → status. */
const addresses: Record<string, number> = {
  "/": 200,
  "/?a=1": 200,
  "/tin-tuc": 200,
  "/tin-tuc/2026/bai": 200,
  "/tin-tuc/2026/bai?a=1&b=%20": 200,
  "/tin-tuc/2026/b%61i": 200,
  "/tin-tuc/2026/tin-%C4%91%C3%A3-c%C5%A9": 200,
  "/tin-tuc/2026/tin-đã-cũ": 400,
  "/chi-thuong": 200,
  "/rss.xml": 200,
  "/robots.txt": 200,
  "/lich.ics": 200,
  "/trong.txt": 200,
  "/tep/cong-van.pdf": 200,
  "/tep/khong-ro.xyz": 200,
  "/tep/HOA.PDF": 200,
  "/phien-ban.json": 200,
  "/_astro/kieu.abc.css": 200,
  "/_astro/ma.abc.js": 200,
  "/_tep/ab/cd/quyet-dinh.pdf": 200,
  "/_tep/ab/cd/mau-don.docx": 200,
  "/_tep/ab/cd/MAU-DON.DOCX": 404,
  "/_tep/ab/cd/phim.mp4": 200,
  "/_tep/ab/cd/tieng.m4a": 200,
  "/_tep/ab/cd/phu-de.vtt": 200,
  "/_anh/anh.abc.webp": 200,
  "/_anh/lon.abc.webp": 200,
  "/_tim-kiem/chi-muc.pf_meta": 200,
  "/_tim-kiem/pagefind.wasm": 200,
  // Withdrawn and moved.
  "/tin-tuc/2026/rut": 410,
  "/tin-tuc/2026/rut?a=1": 410,
  "/tep/da-rut.pdf": 410,
  "/cu/bai": 301,
  "/cu/bai?a=1": 301,
  "/cu/tai-lieu.pdf": 301,
  "/cu/ra-ngoai": 301,
  "/cu/khong-xuong-dong": 301,
  "/cu/sai": 404,
  "/cu/sai-nua": 404,
  "/cu/hai-dong": 404,
  "/cu/rong": 404,
  // Other spellings.
  "/index": 301,
  "/index.html": 301,
  "/index.html?a=1": 301,
  "/index/": 301,
  "/index/index.html": 301,
  "/indexa": 404,
  "/tin-tuc/": 301,
  "/tin-tuc/?": 301,
  "/tin-tuc/?a=1": 301,
  "/tin-tuc.html": 301,
  "/tin-tuc/index": 301,
  "/tin-tuc/index.html": 301,
  "/tin-tuc/2026/bai.html/?x=%0d%0aa": 301,
  "/tin-tuc/2026/bai.HTML": 301,
  "/tin-tuc/2026/tin-%C4%91%C3%A3-c%C5%A9.html": 301,
  "/rss.xml/": 301,
  "/khong-co.html": 301,
  "/tin-tuc%2ehtml": 404,
  "/rut/index.html": 301,
  // Files that are no addresses.
  "/tin-tuc/2026/rut.410": 404,
  "/tin-tuc/2026/rut.410.html": 404,
  "/tin-tuc/2026/rut.410.html/": 404,
  "/tin-tuc/2026/rut.410.html.br": 404,
  "/tin-tuc/2026/rut%2e410": 404,
  "/cu/bai.301": 404,
  "/cu/bai.301/": 404,
  "/index.html.br": 404,
  "/index.html.gz": 404,
  "/rss.xml.br": 404,
  "/rss.xml.gz?a": 404,
  "/_astro/kieu.abc.css.br": 404,
  "/_astro/kieu.abc.css.GZ": 404,
  "/404": 404,
  "/404.html": 404,
  // Nothing there.
  "/khong/co": 404,
  "/tin-tuc/2026": 404,
  "/sites": 404,
  "/tep": 404,
  "/khong-co.png": 404,
  "/_astro/khong-co.js": 404,
  "/_astro/": 404,
  "/_astro": 404,
  "/_astro/kieu.abc.css/": 404,
  "/_anh/kieu.abc.css": 404,
  "/manifest.json": 404,
  "/phien-ban": 404,
  "/phien-ban.json/": 301,
  "/current/root/sites/tinh/index": 301,
  "/%ff%fe": 404,
  "/a%3fb": 404,
  "/a%20b": 404,
  "/a%25b": 404,
  "/a;b": 404,
  // What no browser sends.
  "/../manifest.json": 400,
  "/..%2fmanifest.json": 400,
  "/%2e%2e/manifest.json": 400,
  "/a/../tin-tuc": 400,
  "/a/./b": 400,
  "/_astro/../../current/manifest.json": 400,
  "/_astro/%2e%2e/%2e%2e/current/manifest.json": 400,
  "/.git/config": 400,
  "/a/.htaccess": 400,
  "/%c0%ae%c0%ae/manifest.json": 404,
  "//example.com/": 400,
  "/a//b": 400,
  "//": 400,
  "/%00": 400,
  "/a%0d%0aSet-Cookie:x=1/": 400,
  "/a%7f": 400,
  "/..\\manifest.json": 400,
  "/%5cexample.com/": 400,
  "/%zz": 400,
  "/%": 400,
  "/a%2": 400,
  "/a#b": 400,
  [`/${"a".repeat(1023)}`]: 404,
  [`/${"a".repeat(1024)}`]: 400,
  ["/".repeat(15_000)]: 400,
};

test("every kind of address is answered alike by both servers", async (context) => {
  const servers = await bothServers(context);
  for (const [path, status] of Object.entries(addresses)) {
    for (const encoding of ["br, gzip", "identity"]) {
      const sent = { path: Buffer.from(path).toString("latin1"), headers: { "Accept-Encoding": encoding } };
      const answer = await compare(servers, sent);
      expect.soft(answer.status, path.slice(0, 80)).toBe(status);
    }
    await compare(servers, { path: Buffer.from(path).toString("latin1"), method: "HEAD" });
  }
});

test("each site is found by its host name, and no other name is served", async (context) => {
  const servers = await bothServers(context);
  for (const [host, status] of [
    ["so.songmay.gov.vn", 200],
    ["SO.songmay.gov.vn:8080", 200],
    ["songmay.gov.vn:80", 200],
    ["khac.example", 421],
    ["127.0.0.1", 421],
    ["www.songmay.gov.vn", 421],
  ] as const) {
    const answer = await compare(servers, { path: "/", headers: { Host: host } });
    expect(answer.status, host).toBe(status);
  }
  await compare(servers, { path: "/tin-tuc", headers: { Host: "so.songmay.gov.vn" } });
});

test("compressed files go to readers who take them, plain ones to the others", async (context) => {
  const servers = await bothServers(context);
  for (const [accepted, sent] of [
    ["br, gzip", "br"],
    ["gzip, deflate, br, zstd", "br"],
    ["GZIP", "gzip"],
    ["gzip;q=1.0, br;q=0.5", "br"],
    ["br;q=0, gzip", "gzip"],
    ["br; q=0.000 , gzip;q=0.1", "gzip"],
    ["br;q=0,gzip;q=0.0", undefined],
    ["brx, xgzip", undefined],
    ["identity", undefined],
    ["", undefined],
    ["*", undefined],
    ["br;q=0.001", "br"],
  ] as const) {
    for (const path of ["/", "/tin-tuc/2026/rut", "/khong-co", "/rss.xml", "/_astro/kieu.abc.css"]) {
      const answer = await compare(servers, { path, headers: { "Accept-Encoding": accepted } });
      expect.soft(answer.headers["content-encoding"], `${path} ${accepted}`).toBe(sent);
    }
    for (const path of ["/chi-thuong", "/tep/cong-van.pdf", "/phien-ban.json"]) {
      const answer = await compare(servers, { path, headers: { "Accept-Encoding": accepted } });
      expect.soft(answer.headers["content-encoding"], `${path} ${accepted}`).toBe(undefined);
    }
  }
});

test("conditions and ranges are weighed alike", async (context) => {
  const servers = await bothServers(context);
  for (const path of [
    "/",
    "/rss.xml",
    "/_astro/kieu.abc.css",
    "/_anh/lon.abc.webp",
    "/_tep/ab/cd/phim.mp4",
    "/_tep/ab/cd/mau-don.docx",
    "/phien-ban.json",
    "/khong-co",
    "/tin-tuc/2026/rut",
  ]) {
    for (const encoding of ["br", "identity"]) {
      const first = await compare(servers, { path, headers: { "Accept-Encoding": encoding } });
      const etag = String(first.headers["etag"] ?? '"x"');
      for (const conditions of [
        { "If-None-Match": etag },
        { "If-None-Match": `W/${etag}` },
        { "If-None-Match": `"khac", ${etag}` },
        { "If-None-Match": '"khac"' },
        { "If-None-Match": "*" },
        { "If-Match": etag },
        { "If-Match": '"khac"' },
        { "If-Match": "*" },
        { "If-Modified-Since": new Date().toUTCString() },
        { Range: "bytes=0-9" },
        { Range: "bytes=5-" },
        { Range: "bytes=-5" },
        { Range: "bytes=0-999999999" },
        { Range: "bytes=99999999-" },
        { Range: "bytes=9-5" },
        { Range: "bytes=abc" },
        { Range: "lines=0-9" },
        { Range: "bytes=0-9", "If-Range": etag },
        { Range: "bytes=0-9", "If-Range": '"khac"' },
        { Range: "bytes=0-9", "If-None-Match": etag },
      ]) {
        const headers = { "Accept-Encoding": encoding, ...conditions } as Record<string, string>;
        await compare(servers, { path, headers });
        await compare(servers, { path, headers, method: "HEAD" });
      }
    }
  }
  const again = await compare(servers, { path: "/" });
  const known = { "If-None-Match": String(again.headers["etag"]) };
  expect((await compare(servers, { path: "/", headers: known })).status).toBe(304);
});

test("only reading is allowed", async (context) => {
  const servers = await bothServers(context);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"]) {
    const answer = await compare(servers, { path: "/", method });
    expect.soft([answer.status, answer.headers["allow"]], method).toEqual([405, "GET, HEAD"]);
  }
});

test("before the first release, and while the operator wishes it, a maintenance page is shown", async (context) => {
  const servers = await bothServers(context, false);
  for (const path of ["/", "/_astro/kieu.abc.css", "/phien-ban.json", "/tin-tuc/"]) {
    const answer = await compare(servers, { path });
    expect([answer.status, answer.headers["retry-after"]], path).toEqual([503, "120"]);
  }
  await layRelease(servers.folder, 1, everythingRelease());
  await activate(servers.folder, 1);
  expect((await compare(servers, { path: "/" })).status).toBe(200);
  await writeFile(join(servers.folder, "maintenance"), "");
  expect((await compare(servers, { path: "/" })).status).toBe(503);
  expect((await compare(servers, { path: "/", method: "HEAD" })).status).toBe(503);
  await rm(join(servers.folder, "maintenance"));
  expect((await compare(servers, { path: "/" })).status).toBe(200);
});

test("a release that lost its folder, or a site without its page for what is missing, still answers", async (context) => {
  const servers = await bothServers(context);
  const host = { Host: "so.songmay.gov.vn" };
  expect((await compare(servers, { path: "/khong-co", headers: host })).body).toContain("Kh");
  await mkdir(join(servers.folder, "releases", "2"));
  await activate(servers.folder, 2);
  expect((await compare(servers, { path: "/" })).status).toBe(503);
});

test("what is live changes at once, redirects and withdrawals with it, and no server is reloaded", async (context) => {
  const servers = await bothServers(context);
  await compare(servers, { path: "/tin-tuc/2026/bai" });
  const { "sites/tinh/tin-tuc/2026/bai.html": page = "", ...rest } = everythingRelease("hai");
  const without = Object.fromEntries(
    Object.entries(rest).filter(([path]) => !path.includes("2026/bai.html")),
  );
  await layRelease(servers.folder, 2, { ...without, "sites/tinh/tin-tuc/2026/bai.410.html": page });
  await activate(servers.folder, 2);
  expect((await compare(servers, { path: "/tin-tuc/2026/bai" })).status).toBe(410);
  await layRelease(servers.folder, 3, { ...without, "sites/tinh/tin-tuc/2026/bai.301": "/tin-tuc\n" });
  await activate(servers.folder, 3);
  expect((await compare(servers, { path: "/tin-tuc/2026/bai" })).status).toBe(301);
});

test("readers during many releases never get an error or a mixture of two, from either server", async (context) => {
  const servers = await bothServers(context);
  let publishing = true;
  const agent = new Agent({ keepAlive: true });
  context.onTestFinished(() => agent.destroy());
  const reader = async (origin: string, encoding: string) => {
    let read = 0;
    while (publishing) {
      for (const path of ["/", "/tin-tuc/2026/bai", "/_astro/kieu.abc.css"]) {
        const headers = { Host: "songmay.gov.vn", "Accept-Encoding": encoding };
        const { status, headers: received, body } = await rawRequest(origin, { path, headers, agent });
        const text = (received["content-encoding"] === "br" ? brotliDecompressSync(body) : body).toString();
        const word = /<title>(.*?)<\/title>/.exec(text)?.[1];
        if (status !== 200 || (word !== undefined && text !== aPage(word)))
          throw new Error(`${origin}${path} is torn: ${status} ${word ?? ""}`);
        read += 1;
      }
    }
    return read;
  };
  const readers = Promise.all(
    [servers.nginx.origin, servers.node].flatMap((origin) =>
      ["br", "identity"].map((encoding) => reader(origin, encoding)),
    ),
  );
  for (let sequence = 2; sequence <= 60; sequence += 1) {
    await layRelease(servers.folder, sequence, everythingRelease(String(sequence)));
    await activate(servers.folder, sequence);
    // What no release before the one before needs goes, as on a host that keeps two.
    await rm(join(servers.folder, "releases", String(sequence - 2)), { recursive: true, force: true });
  }
  publishing = false;
  expect(Math.min(...(await readers))).toBeGreaterThan(0);
  const last = await compare(servers, { path: "/phien-ban.json" });
  expect(last.body).toBe('{"sequence":60}\n');
  expect(await servers.nginx.errors()).toBe("");
});

test("nginx accepts the configuration of every kind of host", async (context) => {
  if (missing) skip(context, missing);
  const folder = await aFolder();
  const certificate = join(folder, "songmay.gov.vn.pem");
  const key = join(folder, "songmay.gov.vn.key");
  makeCertificate(certificate, key);
  await copyFile(certificate, join(folder, "so.songmay.gov.vn.pem"));
  await copyFile(key, join(folder, "so.songmay.gov.vn.key"));
  const listen = [`127.0.0.1:${await freePort()}`];
  const host = { name: "test", folder, sites, listen, accessLog: "off", installedIn: folder };
  const tls = {
    listen: [`127.0.0.1:${await freePort()}`],
    certificate: join(folder, "{domain}.pem"),
    key: join(folder, "{domain}.key"),
    include: [],
  };
  for (const readsRedirects of [true, false]) {
    await writeConfig(folder, { ...host, readsRedirects });
    await writeConfig(folder, { ...host, readsRedirects, tls });
  }
});

test("with a certificate, readers are led to the secure address, and no other name is shown it", async (context) => {
  if (missing) skip(context, missing);
  const folder = await aFolder();
  await layRelease(folder, 1, everythingRelease());
  await activate(folder, 1);
  const certificate = join(folder, "cert.pem");
  const key = join(folder, "key.pem");
  makeCertificate(certificate, key);
  const port = await freePort();
  const tls = { listen: [`127.0.0.1:${port}`], certificate, key, include: [] };
  const { origin } = await startNginx({ folder, sites, tls });
  const plain = await rawRequest(origin, { path: "/tin-tuc?a=1", headers: { Host: "songmay.gov.vn" } });
  expect([plain.status, plain.headers.location]).toEqual([301, "https://songmay.gov.vn/tin-tuc?a=1"]);
  const ask = (name: string, path: string) =>
    spawnSync(
      "curl",
      ["-sSik", "--path-as-is", "--connect-to", `::127.0.0.1:${port}`, `https://${name}${path}`],
      {
        encoding: "utf8",
      },
    );
  expect(ask("songmay.gov.vn", "/tin-tuc").stdout).toContain("strict-transport-security: max-age=");
  expect(ask("songmay.gov.vn", "/%zz").stdout).toMatch(/^HTTP\S+ 400/);
  expect(ask("khac.example", "/").stderr).toContain("SSL");
});

test("without nginx's JavaScript module, a moved page is missing and everything else is the same", async (context) => {
  if (missing) skip(context, missing);
  const folder = await aFolder();
  await layRelease(folder, 1, everythingRelease());
  await activate(folder, 1);
  const { origin } = await startNginx({ folder, sites, readsRedirects: false });
  const status = async (path: string) =>
    (await rawRequest(origin, { path, headers: { Host: "songmay.gov.vn" } })).status;
  expect([await status("/cu/bai"), await status("/tin-tuc/2026/rut"), await status("/")]).toEqual([
    404, 410, 200,
  ]);
});
