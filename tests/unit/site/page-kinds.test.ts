import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { pageKinds, routesWithoutExample, type PageKind } from "../../support/page-kinds.ts";

/** The routes of pages, without what is not a page: feeds, styles, pictures. */
async function pageRoutes(): Promise<string[]> {
  const folder = new URL("../../../src/site/pages/[site]/", import.meta.url);
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith(".astro")).map((file) => file.replace(/\.astro$/, ""));
}

/** The route that serves a page's address: of those that match, the one that names most of it. */
function routeOf({ path, status }: PageKind, routes: readonly string[]): string | undefined {
  if (status === 404) return "404";
  const address = path === "/" ? "index" : path.slice(1).replace(/\?.*/, "");
  const parameters = (route: string) => route.split("[").length;
  return routes
    .filter((route) =>
      new RegExp(`^${route.replaceAll(/\[\.\.\.\w+\]/g, ".+").replaceAll(/\[\w+\]/g, "[^/]+")}$`).test(
        address,
      ),
    )
    .sort((one, other) => parameters(one) - parameters(other))[0];
}

test("every route that makes pages has an example that is held to the budgets", async () => {
  const routes = await pageRoutes();
  const shown = new Set(pageKinds.map((kind) => routeOf(kind, routes)));
  expect(shown, "an example that no route serves").not.toContain(undefined);
  expect(routes.filter((route) => !shown.has(route) && !(route in routesWithoutExample))).toEqual([]);
});

test("no route is excused that is gone or has an example", async () => {
  const routes = await pageRoutes();
  const shown = new Set(pageKinds.map((kind) => routeOf(kind, routes)));
  const excused = Object.keys(routesWithoutExample);
  expect(excused.filter((route) => shown.has(route) || !routes.includes(route))).toEqual([]);
});
