/** Runs one piece of work after another, in the order they came; a failure stops none of the following. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>;

/** A lock that nobody waits for yet. */
export function makeLock(): Lock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
