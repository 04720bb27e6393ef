import { existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { SignedManifest } from "../../src/publishing/manifest.ts";
import { signManifest } from "../../src/publishing/signed-manifest.ts";
import { folderTarget } from "../../src/publishing/targets/folder.ts";
import type { FolderTarget } from "../../src/publishing/targets/host-target.ts";
import { versionText } from "../../src/publishing/version-text.ts";
import { aFolder } from "../support/folder.ts";
import { aPage } from "../support/release.ts";
import { aPublisher, type TestPublisher } from "../support/signed-release.ts";
import { closedAfter, onDisk } from "../support/targets.ts";

const home = "sites/tinh/index.html";
const article = "sites/tinh/tin-tuc/2026/bai.html";

let publisher: TestPublisher;
let folder: string;
let target: FolderTarget;
let first: SignedManifest;

beforeEach(async () => {
  publisher = await aPublisher();
  folder = join(await aFolder(), "host");
  target = closedAfter(folderTarget("primary", { folder, signersFile: publisher.signersFile, keep: 2 }));
  first = await publisher.release(1, { [home]: aPage("mot"), [article]: aPage("bai") });
  await bring(first);
});

async function bring(release: SignedManifest): Promise<void> {
  await target.stage(release, publisher.store);
  await target.activate(release.manifest.sequence, versionText(release.manifest));
}

test("a rollback to a release that has rotted on the host meanwhile puts back sound pages", async () => {
  await onDisk(folder).damage(article);
  await bring(await publisher.release(2, { [home]: aPage("hai"), [article]: aPage("bai-hai") }, first));
  await bring(await signManifest({ ...first.manifest, sequence: 3, rollbackTo: 1 }, publisher.keyFile));
  expect(await onDisk(folder).read(article)).toBe(aPage("bai"));
  expect(await target.check()).toEqual([]);
});

test("a manifest that was exchanged on the host after it was staged is not made live", async () => {
  const second = await publisher.release(2, { [home]: aPage("hai") }, first);
  const other = await publisher.release(2, { [home]: aPage("gia") }, first);
  await target.stage(second, publisher.store);
  writeFileSync(join(folder, "releases/2/manifest.json"), other.text);
  await expect(target.activate(2, "{}")).rejects.toThrow("signature");
  expect((await target.live())?.sequence).toBe(1);
});

test("a pointer to a release that is gone is mended with the newest whole one", async () => {
  await bring(await publisher.release(2, { [home]: aPage("hai") }, first));
  rmSync(join(folder, "current"));
  symlinkSync("releases/77", join(folder, "current"));
  const drift = [{ path: "current", kind: "missing" }];
  expect(await target.check()).toEqual(drift);
  expect(await target.check(publisher.store)).toEqual(drift);
  expect((await target.live())?.sequence).toBe(2);
  expect(await target.check()).toEqual([]);
});

test("tidying keeps the newest releases whole and removes the rest", async () => {
  let last = first;
  for (let sequence = 2; sequence <= 5; sequence += 1) {
    last = await publisher.release(sequence, { [home]: aPage(`ban-${sequence}`) }, last);
    await bring(last);
  }
  await target.tidy();
  expect((await target.kept()).map(({ sequence }) => sequence)).toEqual([5, 4]);
  expect(await target.check()).toEqual([]);
  // The root, sites, tinh, tin-tuc and 2026 of release 5; only the first three differ in release 4.
  expect(readdirSync(join(folder, "trees"))).toHaveLength(8);
  await target.undo(5);
  expect(await onDisk(folder).read(home)).toBe(aPage("ban-4"));
  expect(existsSync(join(folder, "releases/3"))).toBe(false);
});
