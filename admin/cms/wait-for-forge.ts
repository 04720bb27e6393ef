import type { DeskSettings } from "../../src/editorial/cms-config.ts";

/** Sent on `window`; `detail` is whether the forge is out of reach while the CMS opens. */
export const forgeAway = "cong:forge-away";

const shortestWait = 500;
const longestWait = 5000;

/**
 * Whether Decap signs the person out when this request fails, whatever the reason: it asks these two as it opens, and a page
 * left in the same moment, a dropped line or a newsroom that restarts fails them.
 */
export function asksWhoIsSignedIn(desk: Pick<DeskSettings, "api" | "repo">, request: Request): boolean {
  return (
    request.method === "GET" &&
    (request.url === `${desk.api}/user` || request.url === `${desk.api}/repos/${desk.repo}`)
  );
}

/** Sends until the forge itself answers: no line and a gateway's error say nothing about a session. */
export async function untilAnswered(send: () => Promise<Response>): Promise<Response> {
  for (let wait = shortestWait; ; wait = Math.min(2 * wait, longestWait)) {
    const response = await send().catch(() => undefined);
    const away = response === undefined || response.status >= 500;
    window.dispatchEvent(new CustomEvent(forgeAway, { detail: away }));
    if (!away) return response;
    await pause(wait);
  }
}

/** Waits so many milliseconds, or less if the line comes back. */
function pause(wait: number): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      done();
    };
    const timer = setTimeout(end, wait);
    window.addEventListener("online", end);
  });
}
