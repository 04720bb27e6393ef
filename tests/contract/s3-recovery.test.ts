import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { SignedManifest } from "../../src/publishing/manifest.ts";
import { HostUnreachable, type Target } from "../../src/publishing/target.ts";
import { versionText } from "../../src/publishing/version-text.ts";
import { aPage } from "../support/release.ts";
import { anS3Host, type S3Host } from "../support/s3-host.ts";
import { listed } from "../support/s3-server/objects.ts";
import { aPublisher, type TestPublisher } from "../support/signed-release.ts";

const home = "sites/tinh/index.html";
const article = "sites/tinh/tin-tuc/2026/bai.html";
const list = "sites/tinh/tin-tuc.html";
const feed = "sites/tinh/rss.xml";
const style = "assets/_astro/a.css";

describe("a host in an S3 store", () => {
  let publisher: TestPublisher;
  let host: S3Host;
  let one: SignedManifest;

  beforeEach(async () => {
    publisher = await aPublisher();
    host = await anS3Host({ name: "cloud", signersFile: publisher.signersFile });
    one = await publisher.release(1, {
      [home]: aPage("mot"),
      [article]: aPage("bai"),
      [list]: aPage("danh sach"),
      [feed]: "<rss/>",
      [style]: "a{}",
      [`${style}.br`]: "nén",
      "sites/tinh/404.html": aPage("khong thay"),
      "sites/so-y-te/index.html": aPage("y te"),
    });
  });

  async function deploy(release: SignedManifest, target: Target = host.target): Promise<void> {
    await target.stage(release, publisher.store);
    await target.activate(release.manifest.sequence, versionText(release.manifest));
  }

  const publicWrites = () =>
    host.store.log.filter((line) => /^(?:PUT|DELETE) cong-(?:tinh|so-y-te)\//.test(line));

  /** The nth request that changes a public bucket breaks the connection, and all after it: the publisher was killed. */
  function breakAfter(writes: number): void {
    let left = writes;
    host.store.fault = (request) => {
      if (/^(?:PUT|DELETE) cong-(?:tinh|so-y-te)\//.test(request)) left -= 1;
      return left < 0 ? "broken" : undefined;
    };
  }

  const restore = () => {
    host.store.fault = () => undefined;
  };

  test("answers readers at the pages' own addresses, with their types and caching", async () => {
    await deploy(one);
    const page = await host.store.visit("cong-tinh", "/tin-tuc/2026/bai");
    expect(await page.text()).toBe(aPage("bai"));
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("cache-control")).toBe("no-cache");
    expect(await (await host.store.visit("cong-so-y-te", "/")).text()).toBe(aPage("y te"));
    const asset = await host.store.visit("cong-so-y-te", "/_astro/a.css");
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect(await asset.text()).toBe("a{}");
    expect((await host.store.visit("cong-tinh", "/khong-co")).status).toBe(404);
    const version = await host.store.visit("cong-tinh", "/phien-ban.json");
    expect(version.headers.get("cache-control")).toBe("no-store");
    expect(await version.json()).toMatchObject({ sequence: 1 });
  });

  test("leaves compressed twins out of the buckets", async () => {
    await deploy(one);
    expect([...host.bucket("tinh").keys()].filter((key) => key.endsWith(".br"))).toEqual([]);
    expect(await host.target.check()).toEqual([]);
  });

  test("sends readers of a moved page on, and shows the notice of a withdrawn one", async () => {
    await deploy(one);
    const moved = await publisher.release(
      2,
      {
        [article]: undefined,
        "sites/tinh/tin-tuc/2026/bai.301": "/tin-tuc/2026/moi\n",
        [list]: undefined,
        "sites/tinh/tin-tuc.410.html": aPage("da rut"),
      },
      one,
    );
    await deploy(moved);
    const answer = await host.store.visit("cong-tinh", "/tin-tuc/2026/bai");
    expect([answer.status, answer.headers.get("location")]).toEqual([301, "/tin-tuc/2026/moi"]);
    expect(await (await host.store.visit("cong-tinh", "/tin-tuc")).text()).toBe(aPage("da rut"));
    expect(await host.target.check()).toEqual([]);
    await deploy(
      await publisher.release(
        3,
        { [article]: aPage("lai"), "sites/tinh/tin-tuc/2026/bai.301": undefined },
        moved,
      ),
    );
    expect((await host.store.visit("cong-tinh", "/tin-tuc/2026/bai")).status).toBe(200);
  });

  test("refuses a redirect to another site's address by a trick", async () => {
    const bad = await publisher.release(2, { "sites/tinh/a.301": "//xau.example/" }, one);
    await host.target.stage(bad, publisher.store);
    await expect(host.target.activate(2, "{}")).rejects.toThrow("sites/tinh/a.301 names no address");
    expect(await host.target.live()).toBeUndefined();
  });

  test("writes assets, then pages, then what lists them, then removes what went", async () => {
    await deploy(one);
    host.store.log.length = 0;
    const two = await publisher.release(
      2,
      {
        [home]: aPage("hai"),
        [list]: aPage("danh sach hai"),
        [feed]: "<rss>2</rss>",
        [article]: undefined,
        "sites/tinh/tin-tuc/2026/moi.html": aPage("moi"),
        "assets/_astro/b.css": "b{}",
      },
      one,
    );
    await host.target.stage(two, publisher.store);
    expect(publicWrites()).toEqual([]);
    await host.target.activate(2, versionText(two.manifest));
    const order = publicWrites().filter((line) => line.includes("cong-tinh/"));
    expect(order).toEqual([
      "PUT cong-tinh/_astro/b.css",
      "PUT cong-tinh/tin-tuc/2026/moi",
      "PUT cong-tinh/tin-tuc",
      "PUT cong-tinh/index.html",
      "PUT cong-tinh/rss.xml",
      "PUT cong-tinh/phien-ban.json",
      "DELETE cong-tinh/tin-tuc/2026/bai",
    ]);
    const states = host.store.log.map((line, index) => (line === "PUT cong-depot/state.json" ? index : -1));
    const commit = states.filter((index) => index >= 0)[1] ?? -1;
    expect(host.store.log.indexOf("PUT cong-tinh/rss.xml")).toBeLessThan(commit);
    expect(host.store.log.indexOf("DELETE cong-tinh/tin-tuc/2026/bai")).toBeGreaterThan(commit);
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    "finishes an activation that was cut short after %i writes, when it is tried again",
    async (writes) => {
      await deploy(one);
      const two = await publisher.release(
        2,
        { [home]: aPage("hai"), [list]: aPage("l"), [article]: undefined, "sites/tinh/a.html": aPage("a") },
        one,
      );
      await host.target.stage(two, publisher.store);
      breakAfter(writes);
      const cut = await host.target.activate(2, versionText(two.manifest)).catch((error: unknown) => error);
      if (cut !== undefined) expect(cut).toBeInstanceOf(HostUnreachable);
      restore();
      await deploy(two, host.reopen());
      expect((await host.target.live())?.sequence).toBe(2);
      expect(await host.target.check()).toEqual([]);
    },
  );

  test("the release after one that was cut short leaves nothing of it behind", async () => {
    await deploy(one);
    const two = await publisher.release(
      2,
      {
        [home]: aPage("hai"),
        [article]: aPage("sua"),
        "sites/tinh/tin-tuc/2026/chi-hai.html": aPage("chi hai"),
      },
      one,
    );
    await host.target.stage(two, publisher.store);
    breakAfter(2);
    await expect(host.target.activate(2, "{}")).rejects.toThrow(HostUnreachable);
    restore();
    expect((await host.reopen().live())?.sequence).toBe(1);
    await deploy(await publisher.release(3, { [list]: aPage("ba") }, one), host.reopen());
    expect(await host.target.check()).toEqual([]);
    expect(await host.read(article)).toBe(aPage("bai"));
    expect(await host.read("sites/tinh/tin-tuc/2026/chi-hai.html")).toBeUndefined();
  });

  test("takes back an activation that was cut short", async () => {
    await deploy(one);
    const two = await publisher.release(2, { [home]: aPage("hai"), [article]: aPage("sua") }, one);
    await host.target.stage(two, publisher.store);
    breakAfter(1);
    await expect(host.target.activate(2, "{}")).rejects.toThrow(HostUnreachable);
    restore();
    await host.reopen().undo(2);
    expect(await host.target.check()).toEqual([]);
    expect(await host.read(article)).toBe(aPage("bai"));
  });

  test("puts a release back without the publisher's store, its description too", async () => {
    await deploy(one);
    const two = await publisher.release(2, { [home]: aPage("hai"), [article]: undefined }, one);
    await deploy(two);
    await host.reopen().undo(2);
    expect(await host.read(article)).toBe(aPage("bai"));
    expect(await host.read("sites/tinh/phien-ban.json")).toBe(versionText(one.manifest));
    expect(await host.target.check()).toEqual([]);
  });

  test("an upload that was cut short is finished by the next try", async () => {
    let puts = 0;
    host.store.fault = (request) =>
      request.startsWith("PUT cong-depot/objects/") && ++puts > 3 ? "broken" : undefined;
    await expect(host.target.stage(one, publisher.store)).rejects.toThrow(HostUnreachable);
    await expect(host.target.activate(1, "{}")).rejects.toThrow("not staged");
    restore();
    await deploy(one);
    expect(await host.target.check()).toEqual([]);
  });

  test("a store that is down is out of reach, one that recovers is not", async () => {
    let failures = 0;
    host.store.fault = (request) => (request.includes("state.json") && failures++ < 1 ? 503 : undefined);
    expect(await host.target.live()).toBeUndefined();
    host.store.fault = () => 503;
    await expect(host.target.live()).rejects.toThrow(HostUnreachable);
    restore();
    await host.store.stop();
    await expect(host.target.live()).rejects.toThrow(HostUnreachable);
    await expect(host.target.stage(one, publisher.store)).rejects.toThrow(HostUnreachable);
  });

  test("a store that refuses the keys is a refusal, and no secret is in what it says", async () => {
    const target = host.open({}, { CONG_S3_SECRET_ACCESS_KEY: "wrong-secret" });
    const refusal = await target.stage(one, publisher.store).catch((error: unknown) => error);
    expect(refusal).not.toBeInstanceOf(HostUnreachable);
    expect(String(refusal)).toMatch(/^Problem: cloud: the store refuses .*SignatureDoesNotMatch/);
    expect(JSON.stringify(refusal, Object.getOwnPropertyNames(refusal))).not.toContain("wrong-secret");
  });

  test("says which environment variable, bucket or scheme is wrong", async () => {
    expect(() => host.open({ secretKeyVariable: "NOT_THERE" })).toThrow("NOT_THERE is not set");
    expect(() => host.open({ endpoint: "http://store.example" })).toThrow("https");
    expect(() => host.open({ sites: { tinh: "cong-depot" } })).toThrow("bucket of its own");
    await expect(host.open({ depot: "cong-none" }).live()).rejects.toThrow("NoSuchBucket");
    await expect(host.open({ sites: { tinh: "cong-tinh" } }).stage(one, publisher.store)).rejects.toThrow(
      "no bucket for: so-y-te",
    );
  });

  test("two publishers that meet do not both win", async () => {
    await deploy(one);
    const two = await publisher.release(2, { [home]: aPage("hai") }, one);
    const three = await publisher.release(3, { [home]: aPage("ba") }, one);
    await host.target.stage(two, publisher.store);
    await host.target.stage(three, publisher.store);
    const results = await Promise.allSettled([
      host.target.activate(2, versionText(two.manifest)),
      host.reopen().activate(3, versionText(three.manifest)),
    ]);
    expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
    await deploy(three, host.reopen());
    expect((await host.target.live())?.sequence).toBe(3);
    expect(await host.target.check()).toEqual([]);
  });

  test("works with a store that knows no conditional writes", async () => {
    host.store.fault = () => undefined;
    host.store.knowsConditions = false;
    await deploy(one);
    await deploy(await publisher.release(2, { [home]: aPage("hai") }, one));
    expect((await host.target.live())?.sequence).toBe(2);
  });

  test("mends a page whose copy in the depot is damaged too", async () => {
    await deploy(one);
    await host.damage(article);
    const { hash } = publisher.store.put(Buffer.from(aPage("bai")));
    const object = host.store.buckets.get("cong-depot")?.get(`objects/${hash}`);
    if (object) object.data = Buffer.from("hỏng");
    expect(await host.target.check(publisher.store)).toEqual([{ path: article, kind: "changed" }]);
    expect(await host.read(article)).toBe(aPage("bai"));
    expect(await host.target.check()).toEqual([]);
  });

  test("finds a page that is served with another type", async () => {
    await deploy(one);
    const object = host.store.buckets.get("cong-tinh")?.get("tin-tuc/2026/bai");
    if (object) object.headers["content-type"] = "application/octet-stream";
    expect(await host.target.check(publisher.store)).toEqual([{ path: article, kind: "changed" }]);
    expect(await host.target.check()).toEqual([]);
  });

  test("a tampered or damaged release in the depot is not believed", async () => {
    await deploy(one);
    const stored = host.store.buckets.get("cong-depot")?.get("releases/1.json");
    if (stored) stored.data = Buffer.from(stored.data.toString().replace("c1", "c9"));
    expect(await host.target.live()).toBeUndefined();
    await deploy(one);
    expect(await host.target.live()).toEqual(one.manifest);
  });

  test("checks and mends more objects than a list holds at a time", async () => {
    const pages: [string, string][] = Array.from({ length: listed * 1.2 }, (_, index) => [
      `sites/tinh/tin-tuc/2025/bai-${index}.html`,
      `bài ${index}`,
    ]);
    const many = await publisher.release(2, Object.fromEntries(pages), one);
    await deploy(many);
    await host.addExtra("sites/tinh/tin-tuc/2025/z.html");
    await host.damage("sites/tinh/tin-tuc/2025/bai-99.html");
    const drift = await host.target.check(publisher.store);
    expect(new Map(drift.map(({ path, kind }) => [path, kind]))).toEqual(
      new Map([
        ["sites/tinh/tin-tuc/2025/z.html", "extra"],
        ["sites/tinh/tin-tuc/2025/bai-99.html", "changed"],
      ]),
    );
    expect(await host.target.check()).toEqual([]);
  });

  test("streams a large file, and fills the bucket of a site that joins", async () => {
    const large = "x".repeat(5 << 20);
    await deploy(await publisher.release(2, { "assets/_anh/phim.mp4": large }, one));
    expect(await host.read("assets/_anh/phim.mp4")).toBe(large);
    host.store.buckets.set("cong-moi", new Map());
    const target = host.open({ sites: { tinh: "cong-tinh", "so-y-te": "cong-so-y-te", moi: "cong-moi" } });
    const three = await publisher.release(3, { "sites/moi/index.html": aPage("moi") }, one);
    await deploy(three, target);
    expect([...(host.store.buckets.get("cong-moi")?.keys() ?? [])].sort()).toEqual([
      "_astro/a.css",
      "index.html",
      "phien-ban.json",
    ]);
  });

  test("tidying keeps what the kept releases use", async () => {
    let last = one;
    await deploy(one);
    for (let sequence = 2; sequence <= 9; sequence += 1) {
      last = await publisher.release(sequence, { [home]: aPage(`so ${sequence}`) }, last);
      await deploy(last);
    }
    for (const object of host.store.buckets.get("cong-depot")?.values() ?? []) object.modified = new Date(0);
    const before = host.bucket("depot").size;
    await host.open().tidy?.();
    expect(host.bucket("depot").size).toBeLessThan(before);
    expect((await host.target.kept()).map(({ sequence }) => sequence)).toEqual([9, 8, 7, 6, 5, 4]);
    await host.reopen().undo(9);
    expect(await host.read(home)).toBe(aPage("so 8"));
    expect(await host.target.check()).toEqual([]);
  });

  test("tells wrong bytes in the publisher's own store by their path, before they travel", async () => {
    writeFileSync(publisher.store.pathOf(publisher.store.put(Buffer.from(aPage("bai"))).hash), "hỏng");
    await expect(host.target.stage(one, publisher.store)).rejects.toThrow(article);
    expect(await host.target.live()).toBeUndefined();
  });
});
