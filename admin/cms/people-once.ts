import type { DeskSettings } from "../../src/editorial/cms-config.ts";

/** What the forge said of people, by the address that was asked. */
const known = new Map<string, Promise<Response>>();

/** Whether Decap asks who somebody is. */
export function asksForPerson({ api }: Pick<DeskSettings, "api">, { method, url }: Request): boolean {
  return method === "GET" && url.startsWith(`${api}/users/`);
}

/**
 * Asks who somebody is once for as long as the page is open: Decap asks it again for each entry of its board, two hundred times
 * where two hundred wait. An answer that is none is not kept.
 */
export async function personOnce(
  request: Request,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  const asked = known.get(request.url) ?? send(request);
  known.set(request.url, asked);
  try {
    const response = await asked;
    if (!response.ok) known.delete(request.url);
    return response.clone();
  } catch (error) {
    known.delete(request.url);
    throw error;
  }
}
