import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A web server of a few lines over a host's folder: what deployments are read back from, where the host itself is not tested. */
export interface ReaderHost {
  origin: string;
  stop: () => Promise<void>;
  /** Bytes to answer with instead of those of the release, by address. */
  lies: Map<string, string>;
}

export async function aReaderHost(folder: string, site: string): Promise<ReaderHost> {
  const lies = new Map<string, string>();
  const server = createServer((request, response) => {
    const address = decodeURI(request.url ?? "/");
    const lie = lies.get(address);
    if (lie === undefined) answer(folder, site, address, response);
    else response.end(lie);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => close(server);
  onTestFinished(stop);
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, lies, stop };
}

function answer(folder: string, site: string, address: string, response: ServerResponse): void {
  const live = join(folder, "current");
  const below = (path: string) => join(live, "root/sites", site, path);
  const send = (file: string, status = 200) => {
    response.writeHead(status);
    response.end(readFileSync(file));
  };
  const page = address === "/" ? "/index" : address;
  if (address === "/phien-ban.json" && existsSync(join(live, address))) send(join(live, address));
  else if (existsSync(below(`${page}.410.html`))) send(below(`${page}.410.html`), 410);
  else if (existsSync(below(`${page}.301`)))
    response.writeHead(301, { Location: readFileSync(below(`${page}.301`), "utf8").trim() }).end();
  else if (existsSync(below(`${page}.html`))) send(below(`${page}.html`));
  else if (/\.\w+$/.test(address) && existsSync(below(address))) send(below(address));
  else if (/\.\w+$/.test(address) && existsSync(join(live, "root/assets", address)))
    send(join(live, "root/assets", address));
  else response.writeHead(404).end();
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
