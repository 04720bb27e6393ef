import { join } from "node:path";
import { startHost } from "../../src/operations/host-process.ts";
import { preparedData, readAddresses } from "./newsroom.ts";
import type { PageKind } from "./page-kinds.ts";

/** The sample portal as readers get it: the release that the prepared newsroom made, on a host that serves it. */
export interface PublicPortal {
  /** Where a kind of page is to be seen. */
  urlOf: (kind: PageKind) => string;
  stop: () => Promise<void>;
}

/** Starts a host of what `prepareNewsroom` has published; reading needs no newsroom. */
export async function openPublicPortal(): Promise<PublicPortal> {
  const data = process.env[preparedData];
  if (!data) throw new Error("Nothing is prepared: call prepareNewsroom before.");
  const { sites } = await readAddresses(data);
  const host = await startHost({
    name: "primary",
    folder: join(data, "hosts/primary"),
    address: "127.0.0.1",
    firstPort: 0,
    sites: Object.keys(sites),
    ended: () => undefined,
  });
  return {
    urlOf: ({ site = "tinh", path }) => `http://127.0.0.1:${String(host.ports.get(site) ?? 0)}${path}`,
    stop: () => host.stop(),
  };
}
