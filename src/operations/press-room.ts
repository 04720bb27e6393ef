import { rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import type { Content } from "../content-store/content.ts";
import { openEntryStore, type EntryStore } from "../content-store/entry-store.ts";
import type { Clock } from "../foundation/clock.ts";
import { writeWhole } from "../foundation/write-whole.ts";
import type { Repository } from "../git/repository.ts";
import type { ApprovalReader } from "../publishing/approvals.ts";
import { collectGarbage } from "../publishing/collect-garbage.ts";
import type { Host } from "../publishing/deploy-release.ts";
import { openLedger, type Ledger } from "../publishing/ledger.ts";
import type { Press } from "../publishing/publish.ts";
import { openReleaseStore } from "../publishing/release-store.ts";
import { allowedSigners, ensureSigningKey } from "../publishing/sign-manifest.ts";
import { compileSite, type CompiledSite } from "../rendering/compile.ts";
import { openFileStore, type FileStore } from "../rendering/file-store.ts";
import { openPictureStore, type PictureStore } from "../rendering/pictures.ts";
import { closeSearchIndexer } from "../rendering/search/build-index.ts";
import { attachedWords } from "../rendering/search/attached-words.ts";
import { openSearchIndexes } from "../rendering/search/search-indexes.ts";
import { readContent, type ContentReader } from "./content-reader.ts";
import type { DataFolder } from "./data-folder.ts";

/** What publishing needs, opened once: by the newsroom for as long as it runs, by a command for one task. */
export interface PressRoom {
  compiled: CompiledSite;
  reader: ContentReader;
  pictures: PictureStore;
  files: FileStore;
  ledger: Ledger;
  /** The press for these hosts. `admit` is told of every content before it is published. */
  pressFor: (hosts: readonly Host[], admit?: (content: Content) => Promise<void>) => Press;
  /** Removes what no kept release uses any more; not while one is put together. */
  tidy: (hosts: readonly Host[]) => Promise<void>;
  close: () => Promise<void>;
}

/** Releases whose files stay in the publisher's store, so that they can be live again. */
const keptReleases = 12;

export async function openPressRoom(options: {
  checkout: string;
  data: DataFolder;
  repository: Repository;
  clock: Clock;
  /** Where it is written who approved what; in the merge commits, unless told. */
  approvals?: ApprovalReader | undefined;
  log: (line: string) => void;
}): Promise<PressRoom> {
  const { checkout, data, repository, clock, approvals, log } = options;
  await mkdir(data.searchCache, { recursive: true });
  const compiled = await compileSite(checkout, log);
  // A machine that publishes for a while is given the key; any other has one of its own.
  const keyFile = process.env["CONG_SIGNING_KEY"] ?? data.releaseKey;
  const publicKey = await ensureSigningKey(keyFile);
  const entries = openEntries(data.entries, compiled.id);
  const ledger = openLedger(data.ledger);
  const store = openReleaseStore(data.releases);
  const reader = readContent(repository, clock, entries);
  const { releaseKeys } = await reader.portal();
  writeWhole(data.allowedSigners, allowedSigners([publicKey, ...releaseKeys]));
  const bytesOf = async ({ oid }: { oid: string }) => (await repository.readObject(oid)).data;
  const pictures = openPictureStore(data.pictures, bytesOf);
  const files = openFileStore(data.libraryFiles, bytesOf);
  const search = openSearchIndexes(data.searchCache, attachedWords(data.pdfWords, files));
  return {
    compiled,
    reader,
    pictures,
    files,
    ledger,
    pressFor: (hosts, admit) => ({
      repository,
      contentAt: async (commit, moment) => {
        const content = await reader.at(commit, moment);
        await admit?.(content);
        return content;
      },
      rendering: { compiled, pictures, files, search },
      store,
      hosts,
      ledger,
      keyFile,
      ...(approvals ? { approvals } : {}),
      clock,
    }),
    async tidy(hosts) {
      const roots = ledger.recent(keptReleases).map(({ manifest }) => manifest.root);
      const rendered = ledger.latestRendered()?.manifest.root;
      await collectGarbage(store, [...roots, ...(rendered === undefined ? [] : [rendered])]);
      await Promise.all(hosts.flatMap(({ target }) => target.tidy?.() ?? []));
    },
    async close() {
      ledger.close();
      entries.close();
      await closeSearchIndexer();
    },
  };
}

/** What it holds can be read again: a file that cannot be opened is begun anew. */
function openEntries(file: string, format: string): EntryStore {
  try {
    return openEntryStore(file, format);
  } catch {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
    return openEntryStore(file, format);
  }
}
