import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderTarget } from "../../src/publishing/folder-target.ts";
import { aFolder } from "../support/folder.ts";
import { aPage, aRelease } from "../support/release.ts";
import { aStaticHost, rawGet } from "../support/static-host.ts";

/** A host that serves one release with a few pages. */
async function aServedRelease() {
  const folder = await aFolder();
  const { manifest, store } = await aRelease(
    1,
    {
      "index.html": aPage("trang-chu"),
      "404.html": aPage("khong-thay"),
      "tin-tuc/2026/bai.html": aPage("bai"),
      "rss.xml": "<rss></rss>",
    },
    { assets: { "_astro/kieu.abc.css": "p{color:red}" } },
  );
  const target = folderTarget("primary", folder);
  await target.stage(manifest, store);
  await target.activate(manifest);
  return { folder, target, store, origin: await aStaticHost(folder) };
}

test("a page is served at its one address, and other spellings lead there", async () => {
  const { origin } = await aServedRelease();
  expect(await (await fetch(`${origin}/tin-tuc/2026/bai`)).text()).toBe(aPage("bai"));
  for (const [other, address] of [
    ["/tin-tuc/2026/bai.html", "/tin-tuc/2026/bai"],
    ["/tin-tuc/2026/bai/?a=1", "/tin-tuc/2026/bai?a=1"],
    ["/index.html", "/"],
    ["/index", "/"],
  ] as const) {
    const response = await fetch(origin + other, { redirect: "manual" });
    expect([response.status, response.headers.get("location")], other).toEqual([301, address]);
  }
});

test("an address that does not exist answers 404 with the portal's own page", async () => {
  const { origin } = await aServedRelease();
  const response = await fetch(`${origin}/khong/co`);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe(aPage("khong-thay"));
});

test("every answer carries the security headers, errors too", async () => {
  const { origin } = await aServedRelease();
  for (const path of ["/", "/khong-co", "/rss.xml", "/_astro/kieu.abc.css"]) {
    const { headers } = await fetch(origin + path);
    expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
    expect(headers.get("content-security-policy"), path).not.toContain("unsafe-inline");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
  }
});

test("nothing outside of the site's own folder can be read", async () => {
  const { origin, folder } = await aServedRelease();
  await mkdir(join(folder, "current", "so-khac"), { recursive: true });
  await writeFile(join(folder, "current", "so-khac", "rieng.html"), "riêng");
  for (const path of [
    "/../manifest.json",
    "/..%2fmanifest.json",
    "/%2e%2e/manifest.json",
    "/../so-khac/rieng",
    "/_astro/../../current/manifest.json",
    "/_astro/%2e%2e/%2e%2e/current/manifest.json",
    "/manifest.json",
    "/.git/config",
    "//example.com/",
    "/%00",
    "/..\\manifest.json",
    "/%c0%ae%c0%ae/manifest.json",
  ]) {
    expect([400, 404], path).toContain(await rawGet(origin, path));
  }
});

test("compressed files are sent to readers who take them, plain ones to the others", async () => {
  const { origin } = await aServedRelease();
  const page = `${origin}/tin-tuc/2026/bai`;
  for (const [accepted, sent] of [
    ["br, gzip", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["identity", null],
  ] as const) {
    const response = await fetch(page, { headers: { "Accept-Encoding": accepted } });
    expect(response.headers.get("content-encoding"), accepted).toBe(sent);
    expect(response.headers.get("vary")).toContain("Accept-Encoding");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toBe(aPage("bai"));
  }
});

test("a page that has not changed is not sent again, and only reading is allowed", async () => {
  const { origin } = await aServedRelease();
  const first = await fetch(`${origin}/`);
  const again = await fetch(`${origin}/`, {
    headers: { "If-None-Match": first.headers.get("etag") ?? "", "Cache-Control": "max-age=0" },
  });
  expect(again.status).toBe(304);
  expect((await fetch(`${origin}/`, { method: "POST", body: "x" })).status).toBe(405);
  const head = await fetch(`${origin}/`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("odd but lawful questions are answered as such, and endless paths not at all", async () => {
  const { origin } = await aServedRelease();
  expect((await fetch(`${origin}/rss.xml`, { headers: { Range: "bytes=99999999-" } })).status).toBe(416);
  expect((await fetch(`${origin}/rss.xml`, { headers: { "If-Match": '"khac"' } })).status).toBe(412);
  expect(await rawGet(origin, "/".repeat(15_000))).toBe(400);
});

test("what earlier pages loaded stays there after a new release", async () => {
  const { origin, target, store } = await aServedRelease();
  const { manifest } = await aRelease(
    2,
    { "index.html": aPage("moi") },
    { store, assets: { "_astro/kieu.def.css": "p{color:blue}" } },
  );
  await target.stage(manifest, store);
  await target.activate(manifest);
  expect((await fetch(`${origin}/_astro/kieu.abc.css`)).headers.get("cache-control")).toContain("immutable");
  expect((await fetch(`${origin}/_astro/kieu.def.css`)).status).toBe(200);
});

test("readers during many releases never get an error or a mixture of two", async () => {
  const { origin, target, store } = await aServedRelease();
  let publishing = true;
  const readers = Array.from({ length: 3 }, async (_, index) => {
    let read = 0;
    while (publishing) {
      const response = await fetch(`${origin}/`, {
        headers: { "Accept-Encoding": index % 2 ? "br" : "identity" },
      });
      const text = await response.text();
      const word = /<title>(.*?)<\/title>/.exec(text)?.[1] ?? "";
      if (response.status !== 200 || text !== aPage(word))
        throw new Error(`torn: ${response.status} ${word}`);
      read += 1;
    }
    return read;
  });
  for (let sequence = 2; sequence <= 15; sequence += 1) {
    const { manifest } = await aRelease(
      sequence,
      { "index.html": aPage(`trang-chu-${sequence}`) },
      { store },
    );
    await target.stage(manifest, store);
    await target.activate(manifest);
  }
  publishing = false;
  const counts = await Promise.all(readers);
  expect(Math.min(...counts)).toBeGreaterThan(0);
});
