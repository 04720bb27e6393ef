import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { createNodeHost } from "../../src/publishing/serving/node-host.ts";

/** A running Node host over a host's folder, of one site or of several by host name; stopped when the test has finished. */
export async function aNodeHost(
  folder: string,
  siteOf: (name: string) => string | undefined = () => "tinh",
): Promise<string> {
  const server = createNodeHost(folder, siteOf).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
