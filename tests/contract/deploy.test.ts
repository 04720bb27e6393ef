import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderTarget, type Target } from "../../src/publishing/folder-target.ts";
import { deploy } from "../../src/publishing/publish.ts";
import { aFolder } from "../support/folder.ts";
import { aPage, aRelease } from "../support/release.ts";
import { aStaticHost } from "../support/static-host.ts";

/** A host with its target, as the newsroom deploys to it. */
async function aHost(name: string) {
  const folder = await aFolder();
  const origin = await aStaticHost(folder);
  return { folder, target: folderTarget(name, folder), host: { name, origins: new Map([["tinh", origin]]) } };
}
type Host = Awaited<ReturnType<typeof aHost>>;
const all = (...hosts: Host[]) => ({
  targets: hosts.map((host) => host.target),
  hosts: hosts.map((host) => host.host),
});
const servedBy = async ({ target }: Host) => (await target.live())?.sequence;

test("a release is live on every host, as its manifest says", async () => {
  const [primary, standby] = [await aHost("primary"), await aHost("standby")];
  const { manifest, store } = await aRelease(1, { "index.html": aPage("mot"), "404.html": aPage("khong") });
  await deploy(manifest, ["tinh/index.html"], { store, ...all(primary, standby) });
  expect([await servedBy(primary), await servedBy(standby)]).toEqual([1, 1]);
});

test("a release that one host refuses is served by none", async () => {
  const [primary, standby] = [await aHost("primary"), await aHost("standby")];
  const first = await aRelease(1, { "index.html": aPage("mot"), "404.html": aPage("khong") });
  await deploy(first.manifest, [], { store: first.store, ...all(primary, standby) });

  const second = await aRelease(
    2,
    { "index.html": aPage("hai"), "404.html": aPage("khong") },
    { store: first.store },
  );
  const refusing: Target = {
    ...standby.target,
    stage: () => Promise.reject(new Error("standby refused release 2")),
  };
  await expect(
    deploy(second.manifest, [], { store: first.store, targets: [primary.target, refusing], hosts: [] }),
  ).rejects.toThrow("standby refused release 2");
  expect([await servedBy(primary), await servedBy(standby)]).toEqual([1, 1]);
});

test("a host that serves other bytes than it was given puts all hosts back", async () => {
  const [primary, standby] = [await aHost("primary"), await aHost("standby")];
  const first = await aRelease(1, { "index.html": aPage("mot"), "404.html": aPage("khong") });
  await deploy(first.manifest, [], { store: first.store, ...all(primary, standby) });

  const second = await aRelease(
    2,
    { "index.html": aPage("hai"), "404.html": aPage("khong") },
    { store: first.store },
  );
  const corrupting: Target = {
    ...standby.target,
    async activate(manifest) {
      if (manifest.sequence === 2)
        await writeFile(join(standby.folder, "releases/2/tinh/index.html"), "hỏng");
      await standby.target.activate(manifest);
    },
  };
  const hosts = { targets: [primary.target, corrupting], hosts: [primary.host, standby.host] };
  await expect(
    deploy(second.manifest, ["tinh/index.html"], { store: first.store, ...hosts }),
  ).rejects.toThrow("other bytes");
  expect([await servedBy(primary), await servedBy(standby)]).toEqual([1, 1]);
});

test("bytes that changed on their way to a host are found before the swap", async () => {
  const host = await aHost("primary");
  const { manifest, store } = await aRelease(1, { "index.html": aPage("mot"), "404.html": aPage("khong") });
  const index = manifest.files.find((file) => file.path === "tinh/index.html");
  await writeFile(store.pathOf(index?.sha256 ?? ""), "hỏng");
  await expect(host.target.stage(manifest, store)).rejects.toThrow("does not have the bytes of the manifest");
  expect(await servedBy(host)).toBeUndefined();
});

test("a release staged half-way is finished by the next try", async () => {
  const host = await aHost("primary");
  const { manifest, store } = await aRelease(1, {
    "index.html": aPage("mot"),
    "404.html": aPage("khong"),
    "a/b.html": aPage("b"),
  });
  const b = manifest.files.find((file) => file.path === "tinh/a/b.html");
  const path = store.pathOf(b?.sha256 ?? "");
  const whole = await readFile(path);
  await writeFile(path, "chưa xong");
  await expect(host.target.stage(manifest, store)).rejects.toThrow();
  await writeFile(path, whole);
  await deploy(manifest, ["tinh/a/b.html"], { store, ...all(host) });
  expect(await servedBy(host)).toBe(1);
  expect((await readdir(join(host.folder, "releases"))).sort()).toEqual(["1"]);
});

test("bytes that changed on a host's disk are not carried into the next release", async () => {
  const host = await aHost("primary");
  const first = await aRelease(1, { "index.html": aPage("mot"), "404.html": aPage("khong") });
  await deploy(first.manifest, [], { store: first.store, ...all(host) });
  await writeFile(join(host.folder, "releases/1/tinh/404.html"), aPage("khonk"));
  const second = await aRelease(
    2,
    { "index.html": aPage("hai"), "404.html": aPage("khong") },
    { store: first.store },
  );
  await deploy(second.manifest, ["tinh/404.html"], { store: first.store, ...all(host) });
  expect(await readFile(join(host.folder, "releases/2/tinh/404.html"), "utf8")).toBe(aPage("khong"));
});

test("a manifest torn on a host counts as none, and the release is put there again", async () => {
  const host = await aHost("primary");
  const { manifest, store } = await aRelease(1, { "index.html": aPage("mot"), "404.html": aPage("khong") });
  await deploy(manifest, [], { store, ...all(host) });
  await writeFile(join(host.folder, "releases/1/manifest.json"), "{");
  expect(await servedBy(host)).toBeUndefined();
  await deploy(manifest, [], { store, ...all(host) });
  expect(await servedBy(host)).toBe(1);
});

test("an unchanged file is not copied again, and old releases go", async () => {
  const host = await aHost("primary");
  const first = await aRelease(1, { "index.html": aPage("mot"), "404.html": aPage("khong") });
  await deploy(first.manifest, [], { store: first.store, ...all(host) });
  for (let sequence = 2; sequence <= 9; sequence += 1) {
    const { manifest } = await aRelease(
      sequence,
      { "index.html": aPage(`ban-${sequence}`), "404.html": aPage("khong") },
      { store: first.store },
    );
    await deploy(manifest, ["tinh/index.html"], { store: first.store, ...all(host) });
  }
  expect((await readdir(join(host.folder, "releases"))).sort()).toEqual(["4", "5", "6", "7", "8", "9"]);
});
