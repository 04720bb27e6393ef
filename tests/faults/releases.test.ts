import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { deploy, type Host } from "../../src/publishing/deploy-release.ts";
import { openLedger } from "../../src/publishing/ledger.ts";
import type { SignedManifest } from "../../src/publishing/manifest.ts";
import { catchUpHosts } from "../../src/publishing/publish-main.ts";
import type { Press } from "../../src/publishing/publish.ts";
import { HostUnreachable } from "../../src/publishing/target.ts";
import { versionText } from "../../src/publishing/version-text.ts";
import { aFolder } from "../support/folder.ts";
import { aNodeHost } from "../support/node-host.ts";
import { aPublisherProcess } from "../support/publisher-process.ts";
import { aPage } from "../support/release.ts";
import { skip } from "../support/skip.ts";
import { aPublisher, type TestPublisher } from "../support/signed-release.ts";
import { folderKinds, type TestHost } from "../support/targets.ts";
import { until } from "../support/until.ts";

const home = "sites/tinh/index.html";
const clock = () => new Date("2026-11-22T00:00:00Z");

/** So many pages that sending them takes a while: incompressible, so that no transfer is quick. */
function manyPages(count: number, word: string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `sites/tinh/tin-tuc/2026/bai-${index}.html`,
      `${word} ${Array.from({ length: 400 }, (_, at) =>
        Math.sin(at + index * 7.3)
          .toString(36)
          .slice(2),
      ).join("")}`,
    ]),
  );
}

describe.each(folderKinds)("over $kind", ({ kind, missing, start }) => {
  let publisher: TestPublisher;
  let host: TestHost;
  let first: SignedManifest;

  beforeEach(async (context) => {
    const reason = await missing();
    if (reason) skip(context, reason);
    publisher = await aPublisher();
    host = await start({ name: "primary", signersFile: publisher.signersFile });
    first = await publisher.release(1, { [home]: aPage("mot"), "sites/tinh/404.html": aPage("khong") });
    await bring(first);
  });

  async function bring(release: SignedManifest, target = host.target): Promise<void> {
    await target.stage(release, publisher.store);
    await target.activate(release.manifest.sequence, versionText(release.manifest));
  }
  const live = async (target = host.reopen()) => (await target.live())?.sequence;
  const next = (sequence: number, files: Record<string, string | undefined>, on = first) =>
    publisher.release(sequence, files, on);

  test("fault 1: a publisher killed in mid-transfer leaves the old release live, and the next run completes", async () => {
    const release = await next(2, { [home]: aPage("hai"), ...manyPages(1500, "hai") });
    const publishing = aPublisherProcess(host, publisher.store, release);
    const incoming = join(host.folder ?? "", "incoming");
    await until("files to arrive", () =>
      Promise.resolve(existsSync(incoming) && readdirSync(incoming).length > 3 ? true : undefined),
    );
    await publishing.kill();
    expect(await live()).toBe(1);
    expect(await host.read(home)).toBe(aPage("mot"));
    await bring(release, host.reopen());
    expect(await live()).toBe(2);
    expect(await host.reopen().check()).toEqual([]);
  });

  test("fault 2: a link that goes down in mid-transfer leaves the old release live, and the next run completes", async (context) => {
    const { link } = host;
    if (!link) return skip(context, "a folder of this machine has no link that could go down");
    const release = await next(2, { [home]: aPage("hai"), ...manyPages(600, "hai") });
    link.cut(300_000);
    await expect(bring(release)).rejects.toBeInstanceOf(HostUnreachable);
    expect(link.isCut()).toBe(true);
    link.mend();
    expect(await live()).toBe(1);
    await bring(release, host.reopen());
    expect(await live()).toBe(2);
    expect(await host.reopen().check()).toEqual([]);
  });

  test("fault 3: a full disk is named, the old release stays live, and the next run completes once there is room", async (context) => {
    const disk = aSmallDisk(await aFolder());
    if (!disk) return skip(context, "a disk of its own can only be mounted by root");
    const small = await start({ name: "primary", signersFile: publisher.signersFile, folder: disk.folder });
    await bring(first, small.target);
    const release = await next(2, { [home]: aPage("hai"), ...manyPages(500, "hai") });
    await expect(small.target.stage(release, publisher.store)).rejects.toThrow(/the disk is full/);
    expect(await live(small.reopen())).toBe(1);
    disk.enlarge();
    await bring(release, small.reopen());
    expect(await live(small.reopen())).toBe(2);
    expect(await small.reopen().check()).toEqual([]);
  });

  test("fault 4: a publisher killed between staging and swap leaves the old release live, and the next run is the same", async () => {
    const release = await next(2, { [home]: aPage("hai") });
    const publishing = aPublisherProcess(host, publisher.store, release);
    await publishing.staged;
    await publishing.kill();
    expect(await live()).toBe(1);
    await bring(release, host.reopen());
    await bring(release, host.reopen());
    expect(await live()).toBe(2);
    expect(await host.read(home)).toBe(aPage("hai"));
  });

  test("fault 5: a byte flipped on a host under the same time and size is found and mended", async () => {
    await host.damage(home);
    expect(await host.target.check()).toEqual([{ path: home, kind: "changed" }]);
    await host.target.check(publisher.store);
    expect(await host.target.check()).toEqual([]);
    expect(await host.read(home)).toBe(aPage("mot"));
  });

  test("fault 6: what was corrupt in the release before is not carried into a folder that is built anew", async () => {
    await host.damage("sites/tinh/404.html");
    await bring(await next(2, { [home]: aPage("hai") }));
    expect(await host.read("sites/tinh/404.html")).toBe(aPage("khong"));
    expect(await host.target.check()).toEqual([]);
  });

  test("fault 7: of eight activations that race, the highest sequence wins", async () => {
    const releases: SignedManifest[] = [];
    for (let sequence = 2; sequence <= 9; sequence += 1)
      releases.push(await next(sequence, { [home]: aPage(`ban-${sequence}`) }));
    const processes = releases.map((release) => aPublisherProcess(host, publisher.store, release));
    await Promise.all(processes.map(({ staged }) => staged));
    await Promise.allSettled([...processes].reverse().map(({ activate }) => activate()));
    expect(await live()).toBe(9);
    expect(await host.read(home)).toBe(aPage("ban-9"));
  });

  test("fault 8: an old release that is replayed is refused", async () => {
    await bring(await next(2, { [home]: aPage("hai") }));
    await expect(host.reopen().stage(first, publisher.store)).rejects.toThrow();
    await expect(host.reopen().activate(1, versionText(first.manifest))).rejects.toThrow();
    expect(await live()).toBe(2);
  });

  test("fault 9: a dangling current is noticed by readers' eyes, and the next run puts it right", async () => {
    const origin = await aNodeHost(host.folder ?? "");
    expect((await fetch(`${origin}/`)).status).toBe(200);
    rmSync(join(host.folder ?? "", "releases/1"), { recursive: true });
    expect((await fetch(`${origin}/`)).status).toBe(503);
    expect(await live()).toBeUndefined();
    await bring(first, host.reopen());
    expect(await (await fetch(`${origin}/`)).text()).toBe(aPage("mot"));
  });

  test("fault 9: a current that names a release which never was here keeps no release out", async () => {
    const current = join(host.folder ?? "", "current");
    rmSync(current);
    symlinkSync("releases/77", current);
    expect(await live()).toBeUndefined();
    await bring(await next(2, { [home]: aPage("hai") }), host.reopen());
    expect(await live()).toBe(2);
  });

  test("fault 10: a manifest that was tampered with is refused before anything is swapped", async () => {
    const release = await next(2, { [home]: aPage("hai") });
    const text = release.text.replace(release.manifest.commit, "khac");
    await expect(host.target.stage({ ...release, text }, publisher.store)).rejects.toThrow(/signature/i);
    expect(await live()).toBe(1);
  });

  test("fault 16: a standby that cannot be reached is left behind by name, holds nobody up, and is caught up later", async (context) => {
    const standby = await start({ name: "standby", signersFile: publisher.signersFile });
    await bring(first, standby.target);
    const { link } = standby;
    if (!link) return skip(context, `a ${kind} host is always within reach`);
    const hosts: Host[] = [
      { name: "primary", target: host.target },
      { name: "standby", target: standby.target },
    ];
    const ledger = openLedger(join(await aFolder(), "ledger.db"));
    onTestFinished(() => {
      ledger.close();
    });
    const release = await next(2, { [home]: aPage("khan") });
    link.cut();
    ledger.begin(release, clock());
    const outcomes = await deploy(release, { store: publisher.store, hosts, changed: [home], clock });
    ledger.live(2, "primary", clock());
    expect(outcomes).toEqual([
      { name: "primary", live: clock() },
      { name: "standby", behind: expect.stringContaining("cannot be reached") as string },
    ]);
    const press = { ledger, hosts, store: publisher.store, clock } as unknown as Press;
    expect((await catchUpHosts(press)).behind.map(({ name }) => name)).toEqual(["standby"]);
    link.mend();
    expect(await live(standby.reopen())).toBe(1);
    expect((await catchUpHosts(press)).caughtUp).toEqual(["standby"]);
    expect(await live(standby.reopen())).toBe(2);
  });
});

/** A disk of two megabytes; undefined where none can be mounted. */
function aSmallDisk(place: string): { folder: string; enlarge: () => void } | undefined {
  const folder = join(place, "disk");
  mkdirSync(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    execFileSync("umount", ["-l", folder], { stdio: "ignore" });
  });
  const enlarge = () => {
    execFileSync("mount", ["-o", "remount,size=64m", folder], { stdio: "ignore" });
  };
  return { folder, enlarge };
}
