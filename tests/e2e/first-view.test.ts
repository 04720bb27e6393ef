import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { securityHeaders } from "../../src/publishing/response-headers.ts";
import { launchChromium } from "../support/chromium.ts";
import { aNewcomer, type Newcomer } from "../support/first-view.ts";
import { screens } from "../support/page-budget.ts";

let browser: Browser;
/** One for all, as for the kinds of pages: what one page does must not be told of the next. */
let newcomer: Newcomer;

beforeAll(async () => {
  browser = await launchChromium();
  newcomer = await aNewcomer(browser, screens[0]);
});

afterAll(() => browser.close());

/** A host with one page and one picture of 960 pixels. */
async function aPageOf(body: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540"/>`;
  const server = createServer((request, response) => {
    const page = request.url === "/";
    response.writeHead(200, {
      ...headers,
      "Content-Type": page ? "text/html; charset=utf-8" : "image/svg+xml",
    });
    response.end(
      page ? `<!doctype html><meta name="viewport" content="width=device-width">${body}` : picture,
    );
  }).listen(0);
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test("what the content security policy refuses is a complaint", async () => {
  const url = await aPageOf(`<p style="color: red">Chữ đỏ</p>`, securityHeaders);
  const { complaints } = await newcomer.visit(url);
  expect(complaints.join("\n")).toContain("style-src");
  expect((await newcomer.visit(await aPageOf("<p>Chữ</p>"))).complaints).toEqual([]);
});

test("a request to another server is seen", async () => {
  const url = await aPageOf(`<p>Chữ</p><img alt="" src="http://localhost:1/dem.png">`);
  const { foreign } = await newcomer.visit(url);
  expect(foreign).toEqual(["http://localhost:1/dem.png"]);
  expect((await newcomer.visit(await aPageOf("<p>Chữ</p>"))).foreign).toEqual([]);
});

test("a picture without a place of its own moves the words below it", async () => {
  const url = await aPageOf(`<p>Trên</p><img alt="" style="width: 300px" src="/cham.svg"><p>Dưới</p><script>
    const [image] = document.images;
    image.hidden = true;
    const show = () => {
      if (performance.getEntriesByName("first-contentful-paint").length > 0) image.hidden = false;
      else requestAnimationFrame(show);
    };
    show();
  </script>`);
  const { shift } = await newcomer.visit(url);
  expect(shift).toBeGreaterThan(0);
});

test("a picture is compared with the pixels of its place, and a page with the screen", async () => {
  const url = await aPageOf(
    `<p>Chữ</p><img alt="" width="960" height="540" style="width: 100px; height: auto" src="/_anh/a-960.svg"
      srcset="/_anh/a-320.svg 320w, /_anh/a-960.svg 960w" sizes="100vw"><div style="width: 500px">Rộng</div>`,
  );
  const { pictures, overflow } = await newcomer.visit(url);
  expect(pictures).toEqual([{ address: "/_anh/a-960.svg", needed: 200, chosen: 960, offered: [320, 960] }]);
  expect(overflow).toBeGreaterThan(100);
});
