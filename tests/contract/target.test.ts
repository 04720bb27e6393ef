import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { versionText } from "../../src/publishing/version-text.ts";
import type { SignedManifest } from "../../src/publishing/manifest.ts";
import { signManifest } from "../../src/publishing/signed-manifest.ts";
import { allowedSigners, ensureSigningKey } from "../../src/publishing/sign-manifest.ts";
import type { Target } from "../../src/publishing/target.ts";
import { skip } from "../support/skip.ts";
import { flipByte, targetKinds, type TestHost } from "../support/targets.ts";
import { aPage } from "../support/release.ts";
import { aPublisher, type TestPublisher } from "../support/signed-release.ts";

const home = "sites/tinh/index.html";
const article = "sites/tinh/tin-tuc/2026/bai.html";

describe.each(targetKinds)("a $kind host", ({ missing, start }) => {
  let publisher: TestPublisher;
  let host: TestHost;

  beforeEach(async (context) => {
    const reason = await missing();
    if (reason) skip(context, reason);
    publisher = await aPublisher();
    host = await start({ name: "primary", signersFile: publisher.signersFile });
  });

  const first = () =>
    publisher.release(1, { [home]: aPage("mot"), [article]: aPage("bai"), "assets/_astro/a.css": "a{}" });

  async function deploy(release: SignedManifest, target: Target = host.target): Promise<void> {
    await target.stage(release, publisher.store);
    await target.activate(release.manifest.sequence, versionText(release.manifest));
  }

  test("serves nothing at first", async () => {
    expect(await host.target.live()).toBeUndefined();
    expect(await host.target.kept()).toEqual([]);
    expect(await host.target.check()).toEqual([]);
  });

  test("shows nothing of a staged release, and all of it once it is activated", async () => {
    const release = await first();
    await host.target.stage(release, publisher.store);
    expect(await host.target.live()).toBeUndefined();
    expect(await host.read(article)).toBeUndefined();
    await host.target.activate(1, versionText(release.manifest));
    expect(await host.target.live()).toEqual(release.manifest);
    expect(await host.read(home)).toBe(aPage("mot"));
    expect(await host.read(article)).toBe(aPage("bai"));
    expect(await host.target.check()).toEqual([]);
  });

  test("takes what changed, drops what went, and keeps the releases before", async () => {
    const one = await first();
    await deploy(one);
    const two = await publisher.release(2, { [home]: aPage("hai"), [article]: undefined }, one);
    await deploy(two);
    expect(await host.read(home)).toBe(aPage("hai"));
    expect(await host.read(article)).toBeUndefined();
    expect((await host.target.kept()).map(({ sequence }) => sequence)).toEqual([2, 1]);
    expect(await host.reopen().live()).toEqual(two.manifest);
  });

  test("stages and activates the same release twice without harm", async () => {
    const release = await first();
    await deploy(release);
    await deploy(release, host.reopen());
    expect(await host.read(article)).toBe(aPage("bai"));
    expect(await host.target.check()).toEqual([]);
  });

  test("refuses a release that is older than the live one", async () => {
    const one = await first();
    await deploy(one);
    await deploy(await publisher.release(2, { [home]: aPage("hai") }, one));
    await expect(host.target.stage(one, publisher.store)).rejects.toThrow(/primary: .*1.* refused.*2.* live/);
    await expect(host.target.activate(1, "{}")).rejects.toThrow(/primary: /);
    expect(await host.read(home)).toBe(aPage("hai"));
  });

  test("refuses another release under the live one's number", async () => {
    await deploy(await first());
    const other = await publisher.release(1, { [home]: aPage("khac") });
    await expect(host.target.stage(other, publisher.store)).rejects.toThrow("refused");
    expect(await host.read(home)).toBe(aPage("mot"));
  });

  test("refuses a manifest whose text is not what was signed", async () => {
    const one = await first();
    await deploy(one);
    const two = await publisher.release(2, { [home]: aPage("hai") }, one);
    const tampered = { ...two, text: two.text.replace('"c2"', '"c3"') };
    await expect(host.target.stage(tampered, publisher.store)).rejects.toThrow("signature");
    await expect(host.target.activate(2, "{}")).rejects.toThrow("primary: ");
    expect((await host.target.live())?.sequence).toBe(1);
  });

  test("refuses a manifest signed by a key that is not allowed", async () => {
    const other = `${publisher.keyFile}-other`;
    await ensureSigningKey(other);
    const release = await signManifest((await first()).manifest, other);
    await expect(host.target.stage(release, publisher.store)).rejects.toThrow("signature");
    expect(await host.target.live()).toBeUndefined();
  });

  test("names a file that arrives with other bytes than the manifest says", async () => {
    const one = await first();
    await deploy(one);
    const two = await publisher.release(2, { [article]: aPage("sai") }, one);
    const wrong = publisher.store.put(Buffer.from(aPage("sai")));
    flipByte(publisher.store.pathOf(wrong.hash));
    await expect(host.target.stage(two, publisher.store)).rejects.toThrow(article);
    expect((await host.target.live())?.sequence).toBe(1);
    // Rendered anew, the file is written again and the same release goes through.
    publisher.store.put(Buffer.from(aPage("sai")));
    await deploy(two);
    expect(await host.read(article)).toBe(aPage("sai"));
  });

  test("takes back an activation, and only if that release is the live one", async () => {
    const one = await first();
    await deploy(one);
    await deploy(await publisher.release(2, { [home]: aPage("hai") }, one));
    await host.target.undo(1);
    expect((await host.target.live())?.sequence).toBe(2);
    await host.target.undo(2);
    expect((await host.target.live())?.sequence).toBe(1);
    expect(await host.read(home)).toBe(aPage("mot"));
  });

  test("serves nothing after its first release is taken back", async () => {
    await deploy(await first());
    await host.target.undo(1);
    expect(await host.target.live()).toBeUndefined();
  });

  test("replaces the description of the live release", async () => {
    const release = await first();
    await deploy(release);
    await host.target.describe(1, versionText(release.manifest, new Map([["primary", new Date(0)]])));
    expect(await host.target.live()).toEqual(release.manifest);
    await expect(host.target.describe(2, "{}")).rejects.toThrow("primary: ");
  });

  test("finds a changed, a missing and an extra file, and mends them", async () => {
    const release = await first();
    await deploy(release);
    await host.damage(article);
    await host.addExtra("sites/tinh/thua.html");
    const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
    const drift = [
      { path: "sites/tinh/thua.html", kind: "extra" },
      { path: article, kind: "changed" },
    ];
    expect([...(await host.target.check())].sort(byPath)).toEqual(drift.sort(byPath));
    expect([...(await host.target.check(publisher.store))].sort(byPath)).toEqual(drift);
    expect(await host.target.check()).toEqual([]);
    expect(await host.read(article)).toBe(aPage("bai"));
  });

  test("does not carry bytes that changed on its disk into the next release", async () => {
    const one = await first();
    await deploy(one);
    await host.damage(article);
    const two = await publisher.release(2, { "sites/tinh/tin-tuc/2026/moi.html": aPage("moi") }, one);
    await deploy(two);
    expect(await host.read(article)).toBe(aPage("bai"));
    expect(await host.target.check()).toEqual([]);
  });

  test("accepts the new key while one key takes over from another", async () => {
    const next = `${publisher.keyFile}-next`;
    const keys = [await ensureSigningKey(publisher.keyFile), await ensureSigningKey(next)];
    writeFileSync(publisher.signersFile, allowedSigners(keys));
    await deploy(await first());
    const two = await signManifest({ ...(await first()).manifest, sequence: 2 }, next);
    await deploy(two);
    expect((await host.target.live())?.sequence).toBe(2);
  });
});
