import { join } from "node:path";
import { expect, test } from "vitest";
import { folderTarget } from "../../src/publishing/targets/folder.ts";
import { versionText } from "../../src/publishing/version-text.ts";
import { aFolder } from "../support/folder.ts";
import { aNodeHost } from "../support/node-host.ts";
import { aPublisher } from "../support/signed-release.ts";
import { closedAfter } from "../support/targets.ts";

test("a digit corrected within the same second reaches readers who have the page already, and hosts agree on its ETag", async () => {
  const publisher = await aPublisher();
  const page = (price: string) => ({ "sites/tinh/index.html": `<!doctype html><p>Giá ${price} đồng</p>` });
  const first = await publisher.release(1, page("100"));
  const second = await publisher.release(2, page("900"), first);
  const tags: (string | null)[] = [];
  for (const name of ["primary", "standby"]) {
    const folder = join(await aFolder(), name);
    const target = closedAfter(folderTarget(name, { folder, signersFile: publisher.signersFile }));
    const origin = await aNodeHost(folder);
    for (const release of [first, second]) {
      await target.stage(release, publisher.store);
      await target.activate(release.manifest.sequence, versionText(release.manifest));
      const known = tags.at(-1);
      const response = await fetch(origin, { headers: known ? { "If-None-Match": known } : {} });
      expect([response.status, await response.text()]).toEqual([
        200,
        expect.stringContaining(release === first ? "100" : "900"),
      ]);
      tags.push(response.headers.get("etag"));
    }
  }
  const [one, two, ...others] = tags;
  expect(one).not.toBe(two);
  expect(others).toEqual([one, two]);
});
