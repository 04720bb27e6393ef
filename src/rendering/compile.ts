import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AstroIntegration } from "astro";
import type { Address } from "../content-store/addresses.ts";
import type { Content } from "../content-store/content.ts";
import { builtOnce } from "../foundation/built-once.ts";

/** The compiled site: its renderer, and the folder whose files (styles, scripts, fonts) every site serves at its root. */
export interface CompiledSite {
  /** Digest of the code it was compiled from. */
  id: string;
  /** Renders `/<site>/<address>` with the content that `withContent` has set; 404 where no page has that path. */
  renderPath: (path: string) => Promise<Response>;
  /** The pages that differ between two contents, by what each shows. */
  touched: (before: Content, after: Content) => { render: Address[]; remove: Address[] };
  /** Where it lies, for threads of its own. */
  folder: string;
  assets: string;
}

/** What the compiled pages are made of; a change of any of it asks for a new compilation. */
const inputs = [
  "src/site",
  "src/content-store",
  "src/content-model",
  "src/foundation",
  "astro.config.mjs",
  "package-lock.json",
];

/**
 * Compiles pages, layouts, components and styles of a checkout once per change of code, whatever the number of articles:
 * an ordinary Astro server build whose every route is rendered on demand, used here as a renderer. The result lies below
 * the checkout's node_modules, where its imports of packages resolve.
 */
export async function compileSite(checkout: string, log: (line: string) => void): Promise<CompiledSite> {
  const { id, folder } = await builtOnce(checkout, {
    inputs,
    cache: join(checkout, "node_modules/.cache/cong/site"),
    build: async (destination) => {
      log("Compiling the site …");
      await runAstro(checkout, destination);
    },
  });
  return openCompiledSite(id, folder);
}

/** Opens a site that was compiled before. */
export async function openCompiledSite(id: string, folder: string): Promise<CompiledSite> {
  const renderer: unknown = await import(pathToFileURL(join(folder, "server/entry.mjs")).href);
  const { renderPath, touched } = renderer as Pick<CompiledSite, "renderPath" | "touched">;
  return { id, folder, renderPath, touched, assets: join(folder, "client") };
}

async function runAstro(checkout: string, outDir: string): Promise<void> {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  process.env["ASTRO_DISABLE_UPDATE_CHECK"] = "true";
  const { build } = await import("astro");
  await build({ root: checkout, outDir, output: "server", logLevel: "error", adapter: renderOnDemand() });
}

/** Turns the static site into a renderer: every route on demand, and `src/site/renderer.ts` as the entry. */
function renderOnDemand(): AstroIntegration {
  return {
    name: "render-on-demand",
    hooks: {
      "astro:route:setup": ({ route }) => {
        route.prerender = false;
      },
      "astro:config:done": ({ setAdapter }) => {
        setAdapter({
          name: "render-on-demand",
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- only its other value is deprecated; without it Astro 7 takes that one
          entrypointResolution: "auto",
          serverEntrypoint: new URL("../site/renderer.ts", import.meta.url),
          supportedAstroFeatures: {
            serverOutput: "stable",
            staticOutput: "stable",
            sharpImageService: "stable",
          },
        });
      },
    },
  };
}
