import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { watchLinks } from "../../../src/operations/link-check/link-watch.ts";
import { isPublicAddress } from "../../../src/foundation/public-address.ts";
import { publicRequest } from "../../../src/operations/link-check/public-request.ts";

const file = "content/sites/tinh/news/2026/bai.md";
const aLink = (url: string) => ({ file, text: "tại đây", url });

/** What the servers of the world answer, and how often each was asked. */
function aWorld(answers: Record<string, () => Response>) {
  const asked: string[] = [];
  const request: typeof fetch = (input) => {
    const url = input instanceof Request ? input.url : String(input);
    asked.push(url);
    const answer = answers[url];
    return answer
      ? Promise.resolve(answer())
      : Promise.reject(new TypeError("fetch failed", { cause: new Error(`getaddrinfo EAI_AGAIN ${url}`) }));
  };
  return { request, asked };
}

/** Looks for links until everything is known; what is said of them then. */
async function watched(urls: string[], request: typeof fetch) {
  const watch = watchLinks(() => new Date("2026-11-20T02:00:00Z"), request);
  const links = urls.map(aLink);
  const found = new Promise<string>((resolve) => {
    watch.look(links, () => {
      resolve("found");
    });
  });
  expect(watch.known(links)).toEqual([]);
  await found;
  return { watch, links };
}

test("a link that is gone or has moved is advice once its server has answered, and is asked for once", async () => {
  const world = aWorld({
    "https://a.vn/gone": () => new Response(null, { status: 404 }),
    "https://a.vn/old": () => new Response(null, { status: 301, headers: { Location: "https://a.vn/new" } }),
    "https://a.vn/new": () => new Response(null),
    "https://a.vn/fine": () => new Response(null),
  });
  const urls = ["https://a.vn/gone", "https://a.vn/old", "https://a.vn/fine"];
  const { watch, links } = await watched(urls, world.request);
  expect(watch.known(links)).toMatchObject([
    { level: "advise", message: expect.stringContaining("trang không còn") as unknown },
    { level: "advise", message: expect.stringContaining("đã chuyển hẳn sang https://a.vn/new") as unknown },
  ]);
  const before = world.asked.length;
  watch.look(links, () => {
    throw new Error("nothing new is known");
  });
  expect(world.asked).toHaveLength(before);
});

test("a line that is down says nothing about a link", async () => {
  const world = aWorld({ "https://a.vn/gone": () => new Response(null, { status: 410 }) });
  const { watch } = await watched(["https://a.vn/gone", "https://b.vn/x"], world.request);
  expect(watch.known([aLink("https://b.vn/x")])).toEqual([]);
});

test.each([
  ...[
    "127.0.0.1",
    "10.1.2.3",
    "172.20.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
  ],
  ...["::1", "::", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "không phải"],
])("%s is no address to ask on an editor's word", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["203.162.4.191", "8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8"])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test("a server of the office itself is not asked, by its address or by a name that leads to it", async () => {
  let visits = 0;
  const server = createServer((_, response) => {
    visits += 1;
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.close();
  });
  const port = String((server.address() as AddressInfo).port);
  for (const host of ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"])
    await expect(publicRequest(`http://${host}:${port}/`)).rejects.toThrow("địa chỉ nội bộ");
  await expect(publicRequest("file:///etc/passwd")).rejects.toThrow();
  expect(visits).toBe(0);
});
