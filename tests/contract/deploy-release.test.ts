import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { catchUp, deploy, type Host } from "../../src/publishing/deploy-release.ts";
import type { SignedManifest } from "../../src/publishing/manifest.ts";
import { HostUnreachable, type Target } from "../../src/publishing/target.ts";
import { folderTarget } from "../../src/publishing/targets/folder.ts";
import { aFolder } from "../support/folder.ts";
import { aReaderHost, type ReaderHost } from "../support/reader-host.ts";
import { aPage } from "../support/release.ts";
import { aPublisher, type TestPublisher } from "../support/signed-release.ts";
import { closedAfter } from "../support/targets.ts";

const home = "sites/tinh/index.html";
const article = "sites/tinh/tin-tuc/2026/bai.html";
const now = new Date("2026-11-25T05:00:00Z");

let publisher: TestPublisher;
let primary: Host & { reader: ReaderHost };
let standby: Host & { reader: ReaderHost };
let first: SignedManifest;

beforeEach(async () => {
  publisher = await aPublisher();
  [primary, standby] = [await aHost("primary"), await aHost("standby")];
  first = await publisher.release(1, {
    [home]: aPage("mot"),
    [article]: aPage("bai"),
    "assets/_astro/a.css": "a{}",
  });
});

async function aHost(name: string) {
  const folder = join(await aFolder(), "host");
  const reader = await aReaderHost(folder, "tinh");
  const target = closedAfter(folderTarget(name, { folder, signersFile: publisher.signersFile }));
  return { name, target, reader, origins: new Map([["tinh", reader.origin]]) };
}

const deployed = (release: SignedManifest, changed: string[], hosts: Host[] = [primary, standby]) =>
  deploy(release, { store: publisher.store, hosts, changed, clock: () => now });
const served = async () =>
  Promise.all([primary, standby].map(async ({ target }) => (await target.live())?.sequence));
const but = (host: Host, change: Partial<Target>): Host => ({
  ...host,
  target: { ...host.target, ...change },
});
const unreachable = (name: string) => () => Promise.reject(new HostUnreachable(name, new Error("no route")));

test("a release is live on every host, and each says when", async () => {
  expect(await deployed(first, [home, article, "assets/_astro/a.css"])).toEqual([
    { name: "primary", live: now },
    { name: "standby", live: now },
  ]);
  expect(await served()).toEqual([1, 1]);
});

test("a release that one host refuses is served by none, and every refusal is named", async () => {
  await deployed(first, []);
  const two = await publisher.release(2, { [home]: aPage("hai") }, first);
  const refusing = [primary, standby].map((host) =>
    but(host, { stage: () => Promise.reject(new Error(`${host.name} refused`)) }),
  );
  await expect(deployed(two, [home], [primary, ...refusing.slice(1)])).rejects.toThrow("standby refused");
  await expect(deployed(two, [home], refusing)).rejects.toThrow(/primary refused[^]*standby refused/);
  expect(await served()).toEqual([1, 1]);
});

test("a release that one host cannot make live is taken back from the others", async () => {
  await deployed(first, []);
  const two = await publisher.release(2, { [home]: aPage("hai") }, first);
  const failing = but(standby, { activate: () => Promise.reject(new Error("read-only file system")) });
  await expect(deployed(two, [home], [primary, failing])).rejects.toThrow("read-only file system");
  expect(await served()).toEqual([1, 1]);
});

test("a host that serves other bytes than it was given takes the release back from all", async () => {
  await deployed(first, []);
  const two = await publisher.release(2, { [article]: aPage("hai") }, first);
  standby.reader.lies.set("/tin-tuc/2026/bai", aPage("cu"));
  await expect(deployed(two, [article])).rejects.toThrow(/standby[^]*\/tin-tuc\/2026\/bai has other bytes/);
  expect(await served()).toEqual([1, 1]);
});

test("a host that goes on naming the release before takes the new one back from all", async () => {
  await deployed(first, []);
  const two = await publisher.release(2, { [article]: aPage("hai") }, first);
  standby.reader.lies.set("/phien-ban.json", '{"sequence":1}');
  await expect(deployed(two, [article])).rejects.toThrow("does not name release 2");
  expect(await served()).toEqual([1, 1]);
});

test("a host that cannot be reached is left behind, and caught up when it is back", async () => {
  await deployed(first, []);
  const two = await publisher.release(2, { [home]: aPage("hai") }, first);
  const lost = but(standby, { stage: unreachable("standby") });
  const [live, behind] = await deployed(two, [home], [primary, lost]);
  expect(live).toEqual({ name: "primary", live: now });
  expect(behind).toEqual({ name: "standby", behind: "standby cannot be reached: no route" });
  expect(await served()).toEqual([2, 1]);
  await catchUp(standby, two, { store: publisher.store });
  expect(await served()).toEqual([2, 2]);
});

test("a host whose web server does not answer is left behind", async () => {
  await standby.reader.stop();
  const [live, behind] = await deployed(first, [home]);
  expect(live).toEqual({ name: "primary", live: now });
  expect(behind).toMatchObject({
    name: "standby",
    behind: expect.stringContaining("ECONNREFUSED") as string,
  });
});

test("a release that reaches no host fails", async () => {
  const lost = [primary, standby].map((host) => but(host, { stage: unreachable(host.name) }));
  await expect(deployed(first, [], lost)).rejects.toThrow(
    /primary cannot be reached[^]*standby cannot be reached/,
  );
});

test("withdrawn pages must answer 410 with their notice, and moved ones lead on", async () => {
  await deployed(first, []);
  const changes = {
    [article]: undefined,
    "sites/tinh/tin-tuc/2026/bai.410.html": aPage("da-rut"),
    "sites/tinh/cu.301": "/tin-tuc\n",
    "sites/tinh/bo.html": undefined,
  };
  const two = await publisher.release(2, changes, first);
  await deployed(two, Object.keys(changes));
  const three = await publisher.release(3, { [home]: aPage("ba") }, two);
  primary.reader.lies.set("/tin-tuc/2026/bai", aPage("bai"));
  await expect(deployed(three, Object.keys(changes))).rejects.toThrow("answers 200 instead of 410");
  expect(await served()).toEqual([2, 2]);
});

test("a host without an address for readers is asked what it serves", async () => {
  const { name, target } = standby;
  expect(await deployed(first, [home], [{ name, target }])).toEqual([{ name: "standby", live: now }]);
});
