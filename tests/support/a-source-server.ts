import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A web server whose answers a test decides, one address at a time. */
export interface SourceServer {
  origin: string;
  /** The requests so far, by method and address. */
  asked: string[];
  answer: (path: string, answer: (request: IncomingMessage, response: ServerResponse) => void) => void;
  /** Serves bytes as they are. */
  serve: (path: string, content: string | Uint8Array, headers?: Record<string, string>) => void;
}

export async function aSourceServer(): Promise<SourceServer> {
  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
    const answer = answers.get(request.url ?? "");
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    answer: (path, answer) => answers.set(path, answer),
    serve: (path, content, headers = {}) =>
      answers.set(path, (_, response) => {
        const bytes = Buffer.from(content as string);
        response.writeHead(200, { "Content-Length": bytes.length, ...headers }).end(bytes);
      }),
  };
}
