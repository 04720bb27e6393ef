import { expect, onTestFinished, test } from "vitest";
import { openDataFolder } from "../../src/operations/data-folder.ts";
import { startHost } from "../../src/operations/host-process.ts";
import { startPublicHosts, type PublicHosts } from "../../src/operations/public-hosts.ts";
import { aContent, aSiteContent } from "../support/content.ts";
import { aFolder } from "../support/folder.ts";

async function runningHosts(lines: string[] = []): Promise<PublicHosts> {
  const data = await openDataFolder(await aFolder());
  const log = (line: string) => lines.push(line);
  const { portal } = aContent([aSiteContent()]);
  const domains = new Map([["tinh", "songmay.gov.vn"]]);
  const hosts = await startPublicHosts({ data, portal, domains, firstPort: 0, address: "127.0.0.1", log });
  onTestFinished(() => hosts.stop());
  return hosts;
}

const statusAt = async (origin: string | undefined) => (await fetch(`${origin ?? ""}/`)).status;

test("a running host serves a further site on a port of its own, and goes on serving the others where they were", async () => {
  const lines: string[] = [];
  const { hosts, serve } = await runningHosts(lines);
  const before = hosts.map(({ origins }) => origins.get("tinh"));
  expect(await serve(["tinh", "so-y-te"])).toEqual(["so-y-te"]);
  for (const [index, { origins }] of hosts.entries()) {
    expect(origins.get("tinh")).toBe(before[index]);
    // No release is there yet: the host answers, and says so.
    expect(await statusAt(origins.get("so-y-te"))).toBe(503);
  }
  const addresses = hosts.flatMap(({ origins }) => [...origins.values()]);
  expect(new Set(addresses).size).toBe(4);
  expect(lines.filter((line) => line.includes("serves the new site so-y-te"))).toHaveLength(2);
});

test("sites asked for at the same time, or again, get one address on each host", async () => {
  const { hosts, serve } = await runningHosts();
  const added = await Promise.all([serve(["so-y-te"]), serve(["so-y-te", "so-noi-vu"]), serve(["tinh"])]);
  expect(added).toEqual([["so-y-te"], ["so-noi-vu"], []]);
  for (const { origins } of hosts) expect([...origins.keys()]).toEqual(["tinh", "so-y-te", "so-noi-vu"]);
});

test("a host that has stopped says so when it is asked for another site, and keeps nobody waiting", async () => {
  const data = await openDataFolder(await aFolder());
  const sites = ["tinh"];
  const host = await startHost({
    name: "primary",
    folder: data.host("primary"),
    address: "127.0.0.1",
    firstPort: 0,
    sites,
    ended: () => undefined,
  });
  await host.stop();
  await expect(host.serve(["so-y-te"])).rejects.toThrow("The host primary has stopped.");
});
