import { HostUnreachable } from "./target.ts";

/** How long a host may take to answer a page, in ms. */
const patience = 10_000;

/** Gets an address as a reader's browser does, without following redirects; connections are kept for the next one. */
export async function readAsReader(
  host: string,
  url: string,
): Promise<{ status: number; body: Buffer; location: string | undefined }> {
  try {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { "Accept-Encoding": "identity" },
      signal: AbortSignal.timeout(patience),
    });
    return {
      status: response.status,
      body: Buffer.from(await response.arrayBuffer()),
      location: response.headers.get("location") ?? undefined,
    };
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    throw new HostUnreachable(
      host,
      new Error(`${url}: ${(cause as Error | undefined)?.message ?? (error as Error).message}`),
    );
  }
}
