import { expect, test } from "vitest";
import type { SignedManifest } from "../../src/publishing/manifest.ts";
import { HostUnreachable } from "../../src/publishing/target.ts";
import { versionText } from "../../src/publishing/version-text.ts";
import { aPage } from "../support/release.ts";
import { anS3Host } from "../support/s3-host.ts";
import { aPublisher } from "../support/signed-release.ts";

const files = {
  "sites/tinh/index.html": aPage("trang-chu"),
  "sites/tinh/404.html": aPage("khong"),
  "sites/tinh/tin-tuc/2026/bai.html": aPage("bai"),
  "sites/tinh/tin-tuc/2026/cu.301": "/tin-tuc/2026/bai\n",
  "sites/tinh/tin-tuc/2026/go.410.html": aPage("da-go"),
  "assets/_astro/kieu.css": "p{color:red}",
};

async function aServedBucket() {
  const publisher = await aPublisher();
  const host = await anS3Host({ name: "mirror", signersFile: publisher.signersFile });
  const release = await publisher.release(1, files);
  const bring = async (one: SignedManifest, target = host.target) => {
    await target.stage(one, publisher.store);
    await target.activate(one.manifest.sequence, versionText(one.manifest));
  };
  await bring(release);
  return { publisher, host, release, bring };
}

test("readers of the bucket's website find pages at their addresses, are led on, and see what was withdrawn", async () => {
  const { host } = await aServedBucket();
  const get = (path: string) => host.store.visit("cong-tinh", path);
  expect(await (await get("/tin-tuc/2026/bai")).text()).toBe(aPage("bai"));
  expect((await get("/tin-tuc/2026/bai")).headers.get("content-type")).toBe("text/html; charset=utf-8");
  const moved = await get("/tin-tuc/2026/cu");
  expect([moved.status, new URL(moved.headers.get("location") ?? "", host.store.endpoint).pathname]).toEqual([
    301,
    "/tin-tuc/2026/bai",
  ]);
  expect(await (await get("/tin-tuc/2026/go")).text()).toBe(aPage("da-go"));
  expect(await (await get("/_astro/kieu.css")).text()).toBe("p{color:red}");
  // What a plain store cannot do, it says: nothing is swapped as a whole, and no page answers 410.
  expect(host.target.abilities).toEqual({ swapsWhole: false, sendsGone: false, sendsRedirects: true });
});

test("a page that others lead to is there before they are, and what went is taken away last", async () => {
  const { publisher, host, release, bring } = await aServedBucket();
  host.store.log.length = 0;
  const next = {
    "sites/tinh/index.html": aPage("dan-den-bai-moi"),
    "sites/tinh/tin-tuc/2026/bai-moi.html": aPage("moi"),
    "sites/tinh/tin-tuc/2026/bai.html": undefined,
  };
  await bring(await publisher.release(2, next, release));
  const at = (request: string) => host.store.log.findIndex((line) => line === request);
  expect(at("PUT cong-tinh/tin-tuc/2026/bai-moi")).toBeGreaterThanOrEqual(0);
  expect(at("PUT cong-tinh/index.html")).toBeGreaterThan(at("PUT cong-tinh/tin-tuc/2026/bai-moi"));
  const removed = host.store.log.findIndex((line) => /^(?:DELETE|POST) cong-tinh/.test(line));
  expect(removed).toBeGreaterThan(at("PUT cong-tinh/index.html"));
  expect((await host.store.visit("cong-tinh", "/tin-tuc/2026/bai")).status).toBe(404);
});

test("a store that breaks off half-way is out of reach, and the next run completes", async () => {
  const { publisher, host, release, bring } = await aServedBucket();
  const second = await publisher.release(2, { "sites/tinh/index.html": aPage("hai") }, release);
  host.store.fault = (request) => (request.startsWith("PUT") ? "broken" : undefined);
  await expect(bring(second)).rejects.toBeInstanceOf(HostUnreachable);
  host.store.fault = () => undefined;
  expect((await host.reopen().live())?.sequence).toBe(1);
  await bring(second, host.reopen());
  expect(await (await host.store.visit("cong-tinh", "/")).text()).toBe(aPage("hai"));
  expect(await host.reopen().check()).toEqual([]);
});

test("wrong keys are refused in words that give none of them away, missing ones are named", async () => {
  const { publisher, host, release } = await aServedBucket();
  const wrong = host.open({}, { CONG_S3_SECRET_ACCESS_KEY: "sai-khoa-bi-mat" });
  const refusal = await wrong.stage(release, publisher.store).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal).not.toBeInstanceOf(HostUnreachable);
  expect(String(refusal)).not.toContain("sai-khoa-bi-mat");
  expect(() => host.open({}, { CONG_S3_ACCESS_KEY_ID: "" })).toThrow("CONG_S3_ACCESS_KEY_ID is not set");
});
