import { z } from "zod";

/** How long an unsaved draft is kept in the browser, in milliseconds. */
const kept = 30 * 24 * 3_600_000;

const recordSchema = z.object({
  id: z.string(),
  /** The tab it is written in; see `own-tab.ts`. */
  tab: z.string(),
  /** Who writes it: on a shared computer nobody is offered another's words. */
  login: z.string(),
  collection: z.string(),
  /** Empty for an entry that was never saved. */
  slug: z.string(),
  /** The file that the form was filled from; empty for a new entry. */
  loaded: z.string(),
  /** Ids of the versions that this tab saved since, so that one's own save is not taken for another person's. */
  wrote: z.array(z.string()),
  /** The fields of the form. */
  data: z.record(z.string(), z.unknown()),
  /** When it was last written to; ISO 8601. */
  at: z.string(),
});

/** What someone has typed into a form and not saved. */
export type DraftRecord = z.infer<typeof recordSchema>;

const pictureSchema = z.object({
  draft: z.string(),
  /** Where it goes in the repository. */
  path: z.string(),
  file: z.instanceof(Blob),
  /** The rest of what Decap knows of it. */
  about: z.record(z.string(), z.unknown()),
});

/** A file that was uploaded into an unsaved draft. */
export type DraftFile = z.infer<typeof pictureSchema>;

/** The unsaved drafts of this browser. They outlive the tab, the session and the computer's power. */
export interface DraftRecords {
  /** The latest first. */
  list: (login: string) => Promise<DraftRecord[]>;
  put: (record: DraftRecord, files: readonly DraftFile[]) => Promise<void>;
  files: (id: string) => Promise<DraftFile[]>;
  drop: (id: string) => Promise<void>;
}

/** Opens them; in a browser that gives no storage, there are none and none can be put. */
export async function openDraftRecords(now = new Date()): Promise<DraftRecords> {
  return open().then(
    (database) => recordsOf(database, now),
    () => none,
  );
}

const none: DraftRecords = {
  list: () => Promise.resolve([]),
  put: () => Promise.reject(new Error("IndexedDB")),
  files: () => Promise.resolve([]),
  drop: () => Promise.resolve(),
};

async function recordsOf(database: IDBDatabase, now: Date): Promise<DraftRecords> {
  const records: DraftRecords = {
    async list(login) {
      const stores = database.transaction("drafts").objectStore("drafts");
      const all = z.array(recordSchema).parse(await answer(stores.getAll()));
      return all.filter((record) => record.login === login).sort((a, b) => b.at.localeCompare(a.at));
    },
    async put(record, files) {
      const transaction = database.transaction(["drafts", "files"], "readwrite");
      transaction.objectStore("drafts").put(record);
      for (const file of files) transaction.objectStore("files").put(file);
      // A page that is being left does not live to commit by itself.
      transaction.commit();
      await done(transaction);
    },
    async files(id) {
      const store = database.transaction("files").objectStore("files");
      return z.array(pictureSchema).parse(await answer(store.getAll(filesOf(id))));
    },
    async drop(id) {
      const transaction = database.transaction(["drafts", "files"], "readwrite");
      transaction.objectStore("drafts").delete(id);
      transaction.objectStore("files").delete(filesOf(id));
      await done(transaction);
    },
  };
  await dropOld(database, records, now.getTime() - kept);
  return records;
}

async function dropOld(database: IDBDatabase, records: DraftRecords, before: number): Promise<void> {
  const all = await answer(database.transaction("drafts").objectStore("drafts").getAll());
  for (const one of all as { id: string; at?: string }[])
    if (!recordSchema.safeParse(one).success || Date.parse(one.at ?? "") < before) await records.drop(one.id);
}

const filesOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open("cong-drafts", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("drafts", { keyPath: "id" });
    opening.result.createObjectStore("files", { keyPath: ["draft", "path"] });
  };
  return answer(opening);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("IndexedDB"));
    };
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = transaction.onerror = () => {
      reject(transaction.error ?? new Error("IndexedDB"));
    };
  });
}
