import { createNodeHost } from "../src/publishing/serving/node-host.ts";
import { describeProblem } from "../src/foundation/problem.ts";
import { listenFrom } from "../src/operations/listen.ts";

/**
 * One public host in a process of its own, so that publishing never slows reading.
 * Arguments: folder, address, first port, sites… Tells its parent the ports, serves further sites when the parent says
 * `{ serve: [site, …] }`, and ends when the parent does.
 */
const [folder = "", address = "127.0.0.1", first = "0", ...sites] = process.argv.slice(2);

process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole group; the newsroom decides when its hosts stop.
process.on("SIGINT", () => undefined);

const ports: Record<string, number> = {};
let next = Number(first);

async function serve(wanted: readonly string[]): Promise<void> {
  for (const site of wanted) {
    if (site in ports) continue;
    const port = await listenFrom(
      createNodeHost(folder, () => site),
      next,
      address,
    );
    ports[site] = port;
    next = next === 0 ? 0 : port + 1;
  }
  process.send?.({ ports });
}

await serve(sites);

let serving = Promise.resolve();
process.on("message", (message: { serve: string[] }) => {
  serving = serving
    .then(() => serve(message.serve))
    .catch((error: unknown) => {
      process.send?.({ ports, failed: describeProblem(error) });
    });
});
