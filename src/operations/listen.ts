import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Problem } from "../foundation/problem.ts";

const triedPorts = 200;

/**
 * Listens on the first free port from `first` on (0: the system chooses) and returns it.
 * @throws Problem when none of the next 200 is free
 */
export async function listenFrom(server: Server, first: number, address: string): Promise<number> {
  for (let port = first; port < first + triedPorts && port <= 65_535; port += 1) {
    if (await tryListen(server, port, address)) return (server.address() as AddressInfo).port;
    if (first === 0) break;
  }
  throw new Problem(`No free port from ${String(first)} on at ${address}.`, {
    remedy: "Choose another first port with --port N.",
  });
}

function tryListen(server: Server, port: number, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else if (error.code === "EADDRNOTAVAIL") {
        reject(
          new Problem(`Máy này không có địa chỉ ${address}.`, {
            remedy: "Chọn địa chỉ khác bằng --address A.",
            cause: error,
          }),
        );
      } else reject(error);
    };
    server.once("error", failed);
    server.listen(port, address, () => {
      server.off("error", failed);
      resolve(true);
    });
  });
}
