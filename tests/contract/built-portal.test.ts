import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { htmlFaults } from "../support/html-faults.ts";
import { brokenLinks } from "../support/internal-links.ts";
import { runScript } from "../support/run-script.ts";

const full = process.env["FULL"] === "1";
const content = resolve(import.meta.dirname, "../../content/sites");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-built-"));
  const built = await runScript("build", ["--out", folder]);
  expect(built.code, built.errors).toBe(0);
  // The first time, every picture is encoded.
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test("every page of the sample portal is valid HTML", async () => {
  const entries = await readdir(folder, { recursive: true });
  const pages = entries.filter((path) => path.endsWith(".html"));
  const faults = new Map<string, string>();
  // The same components make them all: the short run reads every fourth page, the full run each.
  for (const page of pages.filter((_, place) => full || place % 4 === 0)) {
    const found = await htmlFaults(await readFile(join(folder, page), "utf8"));
    // The same fault on a thousand pages is one fault.
    for (const fault of found) if (!faults.has(fault)) faults.set(fault, page);
  }
  expect(pages.length).toBeGreaterThan(100);
  expect(Object.fromEntries(faults)).toEqual({});
});

test("no link inside the sample portal leads nowhere", async () => {
  const sites = await readdir(content);
  const domains = await Promise.all(
    sites.map(async (site): Promise<[string, string]> => {
      const settings = parse(await readFile(join(content, site, "site.yaml"), "utf8")) as { domain: string };
      return [site, settings.domain];
    }),
  );
  expect(await brokenLinks(folder, new Map(domains))).toEqual([]);
});
