import type { EntryPlace } from "../../src/editorial/collection-name.ts";

/** Drops what Decap keeps in the browser of an entry that was typed and not saved, so that it is not offered again. */
export function dropBackup({ collection, slug }: EntryPlace): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      resolve();
    };
    const opening = indexedDB.open("localforage");
    // It is Decap's to make.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = done;
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction("keyvaluepairs", "readwrite");
      transaction.objectStore("keyvaluepairs").delete(`backup.${collection}.${slug}`);
      transaction.oncomplete = done;
      transaction.onabort = done;
      database.close();
    };
  });
}
