import type { ServerResponse } from "node:http";
import type { Refusal } from "./refusals.ts";

/** Sends an answer that no file gives; what was set for a file before goes. */
export function refuse(response: ServerResponse, refusal: Refusal): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader("Cache-Control", "no-store");
  response
    .writeHead(refusal.status, {
      "Content-Type": refusal.type,
      "Content-Length": Buffer.byteLength(refusal.body),
      ...refusal.headers,
    })
    .end(refusal.body);
}
