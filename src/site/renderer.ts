import { createApp } from "astro/app/entrypoint";

export { touched } from "./touched.ts";

const app = createApp({ streaming: false });

// Looking a module up that is loaded takes Node as long as a fortieth of a page: each page's is asked for once.
const { pageMap = new Map<string, never>() } = app.getManifest();
for (const [component, load] of pageMap) {
  let loaded: ReturnType<typeof load> | undefined;
  pageMap.set(component, () => (loaded ??= load()));
}

/**
 * Renders one page of the compiled site. `path` starts with the site's id (`/tinh/tin-tuc/…`); the content it shows is
 * the one that `withContent` has set. Resolves with the response: 200 with the bytes, 404 where no page has that path.
 */
export function renderPath(path: string): Promise<Response> {
  return app.render(new Request(`http://portal.invalid${path}`));
}
