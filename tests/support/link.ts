import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A network link to a port of this machine, which a test can cut. */
export interface Link {
  port: number;
  /** Cuts it now, or when so many bytes have gone to the other side; nothing gets through until it is mended. */
  cut: (afterBytes?: number) => void;
  mend: () => void;
  isCut: () => boolean;
}

export async function aLink(to: number | (() => number)): Promise<Link> {
  let left = Infinity;
  const open = new Set<Socket>();
  const cutAll = () => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((near) => {
    if (left <= 0) {
      near.destroy();
      return;
    }
    const far = connect(typeof to === "number" ? to : to(), "127.0.0.1");
    for (const socket of [near, far]) {
      open.add(socket);
      socket
        .on("error", () => undefined)
        .on("close", () => {
          open.delete(socket);
          near.destroy();
          far.destroy();
        });
    }
    near.on("data", (data: Buffer) => {
      left -= data.byteLength;
      if (left <= 0) cutAll();
      else if (!far.write(data)) {
        near.pause();
        far.once("drain", () => near.resume());
      }
    });
    far.pipe(near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    cutAll();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    cut(afterBytes = 0) {
      left = afterBytes;
      if (left <= 0) cutAll();
    },
    mend() {
      left = Infinity;
    },
    isCut: () => left <= 0,
  };
}
