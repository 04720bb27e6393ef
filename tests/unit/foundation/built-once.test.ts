import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtOnce } from "../../../src/foundation/built-once.ts";
import { aFolder } from "../../support/folder.ts";

/** A checkout with one source file and a build that copies it; counts the builds. */
async function aCheckout() {
  const checkout = await aFolder();
  await mkdir(join(checkout, "src"));
  await writeFile(join(checkout, "src/page.ts"), "one");
  const builds: string[] = [];
  const build = () =>
    builtOnce(checkout, {
      inputs: ["src"],
      cache: join(checkout, "cache"),
      build: async (folder) => {
        builds.push(folder);
        await writeFile(join(folder, "page.js"), await readFile(join(checkout, "src/page.ts")));
      },
    });
  return { checkout, build, builds };
}

test("what has not changed is not built again, and a change is", async () => {
  const { checkout, build, builds } = await aCheckout();
  const first = await build();
  expect(await build()).toEqual(first);
  await writeFile(join(checkout, "src/page.ts"), "two");
  const second = await build();
  expect(second.id).not.toBe(first.id);
  expect(await readFile(join(second.folder, "page.js"), "utf8")).toBe("two");
  expect(builds).toHaveLength(2);
});

test("a build that fails leaves nothing behind, and the next try builds", async () => {
  const { checkout, build } = await aCheckout();
  const cache = join(checkout, "cache");
  const failing = builtOnce(checkout, {
    inputs: ["src"],
    cache,
    build: () => Promise.reject(new Error("syntax")),
  });
  await expect(failing).rejects.toThrow("syntax");
  expect(await readdir(cache)).toEqual([]);
  expect(await readFile(join((await build()).folder, "page.js"), "utf8")).toBe("one");
});

test("two builds at once give one result", async () => {
  const { build } = await aCheckout();
  const [first, second] = await Promise.all([build(), build()]);
  expect(first).toEqual(second);
});
