import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { acceptanceReport } from "../../src/operations/acceptance/acceptance-report.ts";
import { runChecks } from "../../src/operations/acceptance/check.ts";
import { hostChecks, releaseCheck } from "../../src/operations/acceptance/host-checks.ts";
import { themeContrasts } from "../../src/operations/acceptance/theme-contrasts.ts";
import { themeStylesheet } from "../../src/site/theme/stylesheet.ts";
import { aSite } from "../support/site.ts";

const clock = () => new Date("2026-10-20T03:00:00Z");

/** A server that answers everything alike, as a wrongly set up host does. */
async function aCarelessHost(): Promise<string> {
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { "Content-Type": "text/html" })
      .end('<html lang="vi"><body>Xin chào</body></html>');
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a host that answers everything alike passes nothing that a reader relies on", async () => {
  const host = { name: "primary", origin: await aCarelessHost() };
  const results = await runChecks([...hostChecks(aSite(), host), releaseCheck([host])], clock);
  expect(results.filter(({ passed }) => passed).map(({ name }) => name)).toEqual(["Trình đơn và chuyên mục"]);
  expect(results.find(({ name }) => name === "Trang không tồn tại")?.found).toBe(
    "trả lời 200, không phải 404",
  );
});

test("a host that cannot be reached fails with its address, and the other checks go on", async () => {
  const origin = "http://127.0.0.1:1";
  const results = await runChecks(hostChecks(aSite(), { name: "standby", origin }), clock);
  expect(results.every(({ passed }) => !passed)).toBe(true);
  expect(results[0]?.found).toContain(`không kết nối được ${origin}/`);
});

test("the record says what did not pass, with place and time, and is not to be signed then", () => {
  const results = [
    { name: "Trang chủ", place: "Máy chủ chính", passed: true, found: "có tên trang", at: clock() },
    { name: "Tìm kiếm", place: "Máy chủ dự phòng", passed: false, found: "trả lời 500 | lỗi", at: clock() },
  ];
  const hosts = [{ name: "primary", origin: "https://songmay.gov.vn" }];
  const report = acceptanceReport(aSite(), { id: "tinh", portalName: "Cổng", hosts, results, at: clock() });
  expect(report).toContain("**Chưa đạt**: 1 trong 2");
  expect(report).toContain("| 2 | Tìm kiếm | Máy chủ dự phòng | **Không đạt** | trả lời 500 \\| lỗi |");
  expect(report).toContain("10:00:00 20/10/26");
});

test("contrasts are read from a site's stylesheet, light and dark", () => {
  const pairs = themeContrasts(themeStylesheet(aSite({ theme: { primary: "#0b5c8a", accent: "#a66a00" } })));
  expect(pairs).toHaveLength(8);
  expect(Math.min(...pairs.map(({ ratio }) => ratio))).toBeGreaterThanOrEqual(4.5);
  expect(
    themeContrasts(":root { --link: #ffffff; --tint: #fefefe; --brand: #000000; --on-brand: #ffffff; }")[0]
      ?.ratio,
  ).toBe(1);
});
