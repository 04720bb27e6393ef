import { build, type AstroIntegration } from "astro";

/** Compiles the site of a checkout as a renderer. Arguments: the checkout, the folder of the result. */
const [root = "", outDir = ""] = process.argv.slice(2);

process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
process.env["ASTRO_DISABLE_UPDATE_CHECK"] = "true";
await build({ root, outDir, output: "server", logLevel: "error", adapter: renderOnDemand() });

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
