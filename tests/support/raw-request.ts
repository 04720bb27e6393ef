import { once } from "node:events";
import { request, type Agent, type IncomingHttpHeaders, type IncomingMessage } from "node:http";

/** A request as it goes over the wire: nothing of the path is tidied up. */
export interface RawRequest {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  /** By default every request has a connection of its own. */
  agent?: Agent;
}

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Header lines that came, name and value, in their order. */
  rawHeaders: string[];
  body: Buffer;
}

/** Sends a request exactly as given and reads the answer exactly as it came: nothing is decoded, nothing followed. */
export async function rawRequest(origin: string, sent: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  const { path, method = "GET", headers = {}, agent = false } = sent;
  const outgoing = request({ hostname, port, path, method, headers, agent }).end();
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const { statusCode = 0, rawHeaders } = response;
  return { status: statusCode, headers: response.headers, rawHeaders, body: Buffer.concat(chunks) };
}
