const key = "cong-tab";

/** This tab among those of the browser. */
export interface OwnTab {
  id: string;
  /** The tabs that are open now, this one included. */
  open: () => Promise<ReadonlySet<string>>;
}

/**
 * Gives this tab an id that it keeps when it is loaded anew or comes back after a crash. A lock of that name is held as
 * long as the tab lives, so that others know; a tab that was duplicated finds it taken and gets an id of its own.
 */
export async function ownTab(): Promise<OwnTab> {
  const before = sessionStorage.getItem(key);
  const id = before !== null && (await hold(before)) ? before : crypto.randomUUID();
  if (id !== before) {
    sessionStorage.setItem(key, id);
    await hold(id);
  }
  return {
    id,
    async open() {
      const { held = [] } = await navigator.locks.query();
      return new Set(
        held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
      );
    },
  };
}

const prefix = `${key}-`;

/** Takes the lock of a tab for as long as this page lives; says whether it was free. */
function hold(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(prefix + id, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => undefined) : undefined;
    });
  });
}
