import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { listenFrom } from "./listen.ts";

/** A running web server. */
export interface WebServer {
  /** As browsers write it: `http://127.0.0.1:4300`. */
  origin: string;
  port: number;
  close: () => Promise<void>;
}

/** Serves an application from the first free port on. */
export async function startWebServer(app: Hono, firstPort: number, address: string): Promise<WebServer> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const port = await listenFrom(server, firstPort, address);
  return { origin: originOf(address, port), port, close: () => closeServer(server) };
}

/** Pages open on their one origin, so that sign-in and its exact origins hold however the address was typed. */
export function withCanonicalHost(app: Hono, pages: RegExp, origin: () => string): Hono {
  const outer = new Hono();
  outer.use(async (context, next) => {
    const { pathname, search } = new URL(context.req.url);
    const isPage = context.req.method === "GET" && pages.test(pathname);
    if (isPage && context.req.header("host") !== new URL(origin()).host) {
      return context.redirect(origin() + pathname + search);
    }
    return next();
  });
  outer.route("/", app);
  return outer;
}

/** The origin of a server that listens on `address`; one that listens everywhere is reached on this machine. */
export function originOf(address: string, port: number): string {
  const everywhere = address === "0.0.0.0" || address === "::";
  const host = everywhere ? "127.0.0.1" : address.includes(":") ? `[${address}]` : address;
  return `http://${host}:${port}`;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => {
    server.close(() => {
      done();
    });
  });
  server.closeAllConnections();
  await closed;
}
