import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { originOf, startNewsroom } from "./newsroom.ts";
import type { PageKind } from "./page-kinds.ts";

/** The sample portal as readers get it: a release that the newsroom made, on the hosts that it starts. */
export interface PublicPortal {
  /** Where a kind of page is to be seen. */
  urlOf: (kind: PageKind) => string;
  stop: () => Promise<void>;
}

export async function openPublicPortal(): Promise<PublicPortal> {
  const folder = await mkdtemp(join(tmpdir(), "cong-portal-"));
  const newsroom = await startNewsroom(folder);
  return {
    urlOf: ({ site = "tinh", path }) => originOf(newsroom.addresses, site) + path,
    async stop() {
      await newsroom.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
