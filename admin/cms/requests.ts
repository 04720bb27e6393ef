import type { DeskSettings } from "../../src/editorial/cms-config.ts";
import { stageLabel } from "../../src/editorial/status-context.ts";
import { signedInUser } from "../shared/session.ts";
import { listsSubmissions, onlyEntries } from "./only-entries.ts";
import { asksForPerson, personOnce } from "./people-once.ts";
import { reasonAbove, refuseSave } from "./save-refusal.ts";
import { noteReplaced, replacesHeader } from "./replaced-version.ts";
import { asksWhoIsSignedIn, untilAnswered } from "./wait-for-forge.ts";

/** Sent on `window` when something was written to the forge, and when the forge refused the token. */
export const forgeWritten = "cong:forge-written";
export const tokenRefused = "cong:token-refused";

/** Ids of the blobs that this tab wrote. */
const written = new Set<string>();

/** Whether this very tab wrote a blob, so that nobody else's words are in it. */
export const wroteHere = (sha: string): boolean => written.has(sha);

/** The last blobs that this tab wrote. */
export const writtenHere = (): string[] => [...written].slice(-50);

/**
 * Stands between Decap and the network: nothing is asked of a third party, and every request carries the token of
 * the latest sign-in, so that someone whose session ended signs in again and saves what they wrote.
 */
export function watchRequests(desk: DeskSettings): void {
  const send = window.fetch.bind(window);
  const known = new Set([location.origin, new URL(desk.api).origin]);
  window.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, location.href);
    if (address.protocol.startsWith("http") && !known.has(address.origin)) return refuse(address);
    if (!address.href.startsWith(desk.api)) return send(input, init);
    const request = new Request(input, init);
    if (await approvesFromCms(request)) return notHere();
    const token = signedInUser()?.token;
    if (token && request.headers.has("Authorization")) request.headers.set("Authorization", `token ${token}`);
    // GitHub would not admit a header that it does not know from another origin.
    const replaces = address.origin === location.origin ? await replacesHeader(request) : undefined;
    if (replaces !== undefined) request.headers.set("Cong-Replaces", replaces);
    const response = asksWhoIsSignedIn(desk, request)
      ? await untilAnswered(() => send(request.clone()))
      : asksForPerson(desk, request)
        ? await personOnce(request, send)
        : await send(request);
    if (request.method === "POST" && address.pathname.endsWith("/git/blobs")) {
      if (response.ok) await noteWritten(response);
      else if (response.status === 422 && (await tellRefusal(response))) return worded(response, reasonAbove);
    }
    // What comes next is written upon this.
    if (replaces !== undefined && response.ok) noteReplaced(undefined);
    if (response.status === 401) window.dispatchEvent(new Event(tokenRefused));
    else if (response.ok && request.method !== "GET") window.dispatchEvent(new Event(forgeWritten));
    if (!response.ok) return worded(response);
    return listsSubmissions(desk, request) ? onlyEntries(response) : response;
  };
}

async function noteWritten(response: Response): Promise<void> {
  const answer: unknown = await response.clone().json();
  if (typeof answer === "object" && answer !== null && "sha" in answer) written.add(String(answer.sha));
}

/** Lets the bar say why a file is not taken, if the forge says why: Decap's own notice goes away by itself. */
async function tellRefusal(response: Response): Promise<boolean> {
  const answer: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof answer !== "object" || answer === null || !("message" in answer)) return false;
  refuseSave({ message: String(answer.message) });
  return true;
}

/** A refusal whose JSON also reads as words: Decap prints some of them as they are, «[object Object]». */
async function worded(response: Response, instead?: string): Promise<Response> {
  const answer: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof answer !== "object" || answer === null || !("message" in answer)) return response;
  const message =
    instead ?? (response.status === 401 ? "phiên làm việc đã hết hạn." : String(answer.message));
  const spoken = { ...answer, message, toString: () => message };
  return Object.defineProperty(response, "json", { value: () => Promise.resolve(spoken) });
}

/** Decap lets anyone mark a submission as approved; the mark would mean nothing, so it is not set at all. */
async function approvesFromCms(request: Request): Promise<boolean> {
  return (
    request.method === "PUT" &&
    request.url.endsWith("/labels") &&
    (await request.clone().text()).includes(stageLabel.approved)
  );
}

function notHere(): Response {
  return Response.json({ message: "Bài được duyệt ở Trang duyệt bài, bởi người duyệt." }, { status: 403 });
}

/** Decap asks githubstatus.com every five minutes how GitHub is: nobody here needs the answer. */
function refuse(address: URL): Response {
  if (address.hostname === "www.githubstatus.com") return Response.json({ components: [] });
  return Response.error();
}
