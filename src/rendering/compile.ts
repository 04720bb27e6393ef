import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Address } from "../content-store/addresses.ts";
import type { Content } from "../content-store/content.ts";
import { builtOnce } from "../foundation/built-once.ts";
import { Problem } from "../foundation/problem.ts";
import { quickenEncoding } from "../foundation/quick-encoding.ts";

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
  // Every page is encoded by the framework.
  quickenEncoding();
  const renderer: unknown = await import(pathToFileURL(join(folder, "server/entry.mjs")).href);
  const { renderPath, touched } = renderer as Pick<CompiledSite, "renderPath" | "touched">;
  return { id, folder, renderPath, touched, assets: join(folder, "client") };
}

/** In a process of its own: the compiler's memory ends with it, and other work goes on meanwhile. */
async function runAstro(checkout: string, outDir: string): Promise<void> {
  const program = fileURLToPath(new URL("./compile-process.ts", import.meta.url));
  try {
    await promisify(execFile)(process.execPath, [
      "--disable-warning=ExperimentalWarning",
      program,
      checkout,
      outDir,
    ]);
  } catch (error) {
    const { stderr = "" } = error as { stderr?: string };
    throw new Problem(`The site could not be compiled:\n${stderr.trim().slice(-4000)}`, {
      remedy: "Mend what the error above names in src/site.",
      cause: error,
    });
  }
}
