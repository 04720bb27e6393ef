/** Drops what Decap itself keeps in the browser of forms that were not saved: nobody is offered it, ours takes its place. */
export function dropBackups(): void {
  const opening = indexedDB.open("localforage");
  // It is Decap's to make.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  opening.onsuccess = () => {
    const database = opening.result;
    if (database.objectStoreNames.contains("keyvaluepairs")) {
      const transaction = database.transaction("keyvaluepairs", "readwrite");
      transaction.objectStore("keyvaluepairs").delete(IDBKeyRange.bound("backup", "backup\uffff"));
    }
    database.close();
  };
}
