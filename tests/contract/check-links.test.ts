import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { checkLinks, reportLinks } from "../../src/operations/link-check/check-links.ts";
import { aContent, aNewsEntry, anAdEntry, aSiteContent } from "../support/content.ts";

/** A server of somebody else: some of its pages have gone or moved, one answers no HEAD. */
async function aServerElsewhere(): Promise<string> {
  const server = createServer((request, response) => {
    const moved = { "/cu": 301, "/tam": 302, "/vong": 301 }[request.url ?? ""];
    if (moved) response.writeHead(moved, { location: request.url === "/vong" ? "/vong" : "/moi" });
    else if (request.url === "/mat") response.writeHead(404);
    else if (request.url === "/chi-get" && request.method === "HEAD") response.writeHead(405);
    else response.writeHead(200);
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

const html = (links: readonly string[]) => links.map((url) => `<a href="${url}">x</a>`).join(" ");

test("links that are broken or have moved for good are named with the file to mend", async () => {
  const origin = await aServerElsewhere();
  const body = html(["/mat", "/cu", "/tam", "/vong", "/chi-get", "/moi"].map((path) => origin + path));
  const site = aSiteContent({ news: [aNewsEntry()], html: () => body });
  const { findings, links } = await checkLinks(aContent([site]), { elsewhere: true });
  expect(links).toBe(7);
  expect(findings.map(({ url, state }) => `${url.slice(origin.length)} ${state.kind}`).sort()).toEqual([
    "/cu moved",
    "/mat broken",
    "/vong broken",
  ]);
  expect(reportLinks(findings)[0]).toContain("content/sites/tinh/news/2026/");
});

test("a page of our own that is not there is found without asking anybody", async () => {
  const article = aNewsEntry();
  const body = html([
    "/tin-tuc",
    "/tin-tuc/2026/khong-co",
    "https://songmay.gov.vn/khong-co?x=1#y",
    "#muc",
    "mailto:a@b.vn",
  ]);
  const site = aSiteContent({ news: [article], html: () => body });
  const request = () => Promise.reject(new Error("asked the network"));
  const { findings } = await checkLinks(aContent([site]), { elsewhere: false, request });
  expect(findings.map(({ url }) => url)).toEqual([
    "/tin-tuc/2026/khong-co",
    "https://songmay.gov.vn/khong-co?x=1#y",
  ]);
});

test("the target of an ad is followed, too", async () => {
  const origin = await aServerElsewhere();
  const site = aSiteContent({ ads: [anAdEntry({ target: `${origin}/mat` })] });
  const { findings } = await checkLinks(aContent([site]), { elsewhere: true });
  expect(findings.map(({ file }) => file)).toEqual(["content/sites/tinh/ads/a.md"]);
});
