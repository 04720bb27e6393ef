import { createStaticHost } from "../src/publishing/static-host.ts";
import { listenFrom } from "../src/operations/listen.ts";

/**
 * One public host in a process of its own, so that publishing never slows reading.
 * Arguments: folder, address, first port, sites… Tells its parent the ports, and ends when the parent does.
 */
const [folder = "", address = "127.0.0.1", first = "0", ...sites] = process.argv.slice(2);

process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole group; the newsroom decides when its hosts stop.
process.on("SIGINT", () => undefined);

const ports: Record<string, number> = {};
let next = Number(first);
for (const site of sites) {
  const port = await listenFrom(createStaticHost(folder, site), next, address);
  ports[site] = port;
  next = next === 0 ? 0 : port + 1;
}
process.send?.({ ports });
