import { Problem } from "../../foundation/problem.ts";
import { sideBySide } from "../../foundation/side-by-side.ts";
import { readRedirect } from "../serving/redirect-marker.ts";
import type { Buckets, ObjectHeaders } from "./buckets.ts";
import { inWaves, type Change } from "./changes.ts";
import { objectKey } from "./depot.ts";
import type { Wanted } from "./keys.ts";

/** Requests under way at a time. */
export const parallelRequests = 24;

/** Copies from the depot what the changes want, wave by wave; deletes nothing. */
export async function writeChanges(
  buckets: Buckets,
  depot: string,
  changes: readonly Change[],
): Promise<void> {
  for (const wave of inWaves(changes))
    await sideBySide(wave, parallelRequests, async ({ bucket, key, wanted }) => {
      if (wanted) await copyWanted(buckets, depot, [bucket, key], wanted);
    });
}

/** Removes what the changes want gone. */
export async function removeChanges(buckets: Buckets, changes: readonly Change[]): Promise<void> {
  const gone = changes.filter(({ wanted }) => !wanted);
  await sideBySide(gone, parallelRequests, ({ bucket, key }) => buckets.remove(bucket, key));
}

export async function copyWanted(
  buckets: Buckets,
  depot: string,
  to: [bucket: string, key: string],
  wanted: Wanted,
): Promise<void> {
  await buckets.copy([depot, objectKey(wanted.hash)], to, await headersOf(buckets, depot, wanted));
}

/** The headers a key is served with; where a redirect leads stands in its marker. */
export async function headersOf(buckets: Buckets, depot: string, wanted: Wanted): Promise<ObjectHeaders> {
  if (!wanted.isRedirect) return wanted.headers;
  const redirect = readRedirect((await buckets.read(depot, objectKey(wanted.hash)))?.text ?? "");
  if (redirect === undefined)
    throw new Problem(`${wanted.path} names no address that a reader may be sent to.`, {
      remedy: "Correct the redirect in the content and publish again.",
    });
  return { ...wanted.headers, redirect };
}
