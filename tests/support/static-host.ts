import { once } from "node:events";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { createStaticHost } from "../../src/publishing/static-host.ts";

/** A running public host over a target's folder; stopped when the test has finished. */
export async function aStaticHost(folder: string, site = "tinh"): Promise<string> {
  const server = createStaticHost(folder, site).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Sends a path exactly as given, which `fetch` would tidy up first. */
export async function rawGet(origin: string, path: string): Promise<number | undefined> {
  const sent = request(origin, { path, agent: false }).end();
  const [response] = (await once(sent, "response")) as [import("node:http").IncomingMessage];
  response.resume();
  return response.statusCode;
}
