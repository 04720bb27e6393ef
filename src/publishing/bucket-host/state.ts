import { z } from "zod";
import { Problem } from "../../foundation/problem.ts";
import type { Buckets } from "./buckets.ts";
import { privateObject, textBody } from "./depot.ts";
import { isUnknownHeader, WrittenMeanwhile } from "./store-failure.ts";

const root = z.string().nullable();

const stateSchema = z.object({
  /** The release that readers see; null where there is none. */
  live: z.number().nullable(),
  /** What was live before it. */
  previous: z.number().nullable(),
  /** The release that is being made live: readers may see some of its pages already. */
  pending: z.number().nullable(),
  /** By site: the bucket, and the roots whose files may lie in it (null: the bucket may lack any of them). */
  sites: z.record(z.string(), z.object({ bucket: z.string(), roots: z.array(root) })),
});

/** What the buckets serve, and what was begun and not finished. Writing it is what makes a release live. */
export type HostState = z.infer<typeof stateSchema>;

const key = "state.json";
const empty: HostState = { live: null, previous: null, pending: null, sites: {} };

/** The state as it was read; `write` fails if someone else has written it since. */
export interface StateHandle {
  state: HostState;
  write: (next: HostState) => Promise<void>;
}

export async function openState(host: string, depot: string, buckets: Buckets): Promise<StateHandle> {
  const found = await buckets.read(depot, key);
  let tag = found?.etag ?? "none";

  /** Resolves with the tag of what was written. */
  async function put(text: string): Promise<string> {
    const write = (onlyIf?: string) =>
      buckets.put(depot, key, textBody(text), { ...privateObject, ...(onlyIf ? { onlyIf } : {}) });
    try {
      return await write(tag);
    } catch (error) {
      // A store without conditional writes: one publisher at a time is then the operator's care.
      if (error instanceof Error && isUnknownHeader(error.cause)) return write();
      if (!(error instanceof WrittenMeanwhile)) throw error;
      // Our own write may have arrived, and only its answer been lost.
      const there = await buckets.read(depot, key);
      if (there?.text === text) return there.etag;
      throw overtaken(host, error);
    }
  }

  const handle: StateHandle = {
    state: found ? readState(found.text) : empty,
    async write(next) {
      tag = await put(JSON.stringify(next));
      handle.state = next;
    },
  };
  return handle;
}

/** A state that cannot be read is none: everything is put there again. */
function readState(text: string): HostState {
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    return empty;
  }
}

function overtaken(host: string, cause: Error): Problem {
  return new Problem(`${host}: another publisher changed this host meanwhile.`, {
    remedy: "Nothing to do if two publications met; otherwise see who else publishes to this host.",
    cause,
  });
}
