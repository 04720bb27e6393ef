import { afterAll, beforeAll, expect, test } from "vitest";
import { startLighthouse, type Lighthouse } from "../support/lighthouse.ts";
import { pageKinds } from "../support/page-kinds.ts";
import { openPublicPortal, type PublicPortal } from "../support/public-portal.ts";

let portal: PublicPortal;
let lighthouse: Lighthouse;

beforeAll(async () => {
  [portal, lighthouse] = await Promise.all([openPublicPortal(), startLighthouse()]);
});

afterAll(async () => {
  lighthouse.close();
  await portal.stop();
});

/**
 * A page takes Lighthouse several seconds: the short run judges every thirtieth kind (axe, the HTML rules and what heads say
 * are checked on every kind in any run), the full run all of them.
 */
const judged = process.env["FULL"] === "1" ? pageKinds : pageKinds.filter((_, place) => place % 30 === 0);

// Speed is measured by `npm run bench -- lighthouse`: other work on the machine would decide it here.
test.each(judged)("Lighthouse finds nothing to better in $name", async (kind) => {
  const verdict = await lighthouse.judge(portal.urlOf(kind), kind, [
    "accessibility",
    "best-practices",
    "seo",
  ]);
  expect(verdict).toEqual({
    scores: { accessibility: 100, "best-practices": 100, seo: 100 },
    faults: [],
  });
});
