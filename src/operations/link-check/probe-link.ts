/** What came of following a link as a reader would. */
export type LinkState =
  | { kind: "answers" }
  /** It has moved for good: the link should name the new address. */
  | { kind: "moved"; to: string }
  | { kind: "broken"; because: string };

const mostHops = 5;
const patience = 20_000;

/** Follows a link to its end. Servers that know no HEAD, or refuse it to programs, are asked with GET. */
export async function probeLink(url: string, request: typeof fetch = fetch): Promise<LinkState> {
  let at = url;
  let forGood = true;
  try {
    for (let hop = 0; hop <= mostHops; hop += 1) {
      const response = await ask(at, request);
      const target = response.headers.get("location");
      if (response.status < 300 || response.status > 399 || target === null)
        return verdict(response, url, at, forGood);
      forGood &&= response.status === 301 || response.status === 308;
      at = new URL(target, at).href;
    }
    return { kind: "broken", because: `more than ${String(mostHops)} redirects` };
  } catch (error) {
    return { kind: "broken", because: reasonOf(error) };
  }
}

function verdict(response: Response, url: string, at: string, forGood: boolean): LinkState {
  // Refused to a program, or too many of them: a reader may well get in.
  const answers = response.ok || [401, 403, 429, 503].includes(response.status);
  if (!answers) return { kind: "broken", because: `HTTP ${String(response.status)}` };
  return at !== url && forGood ? { kind: "moved", to: at } : { kind: "answers" };
}

async function ask(url: string, request: typeof fetch): Promise<Response> {
  const options = { redirect: "manual", signal: AbortSignal.timeout(patience) } as const;
  const head = await request(url, { ...options, method: "HEAD" });
  if (head.status < 400) return head;
  const response = await request(url, options);
  await response.body?.cancel();
  return response;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return error.name === "TimeoutError" ? `no answer within ${String(patience / 1000)} s` : cause.message;
}
