import type { DecapState, DecapStore, Reducer } from "./decap-state.ts";
import { withDrafts } from "./drafts/draft-reducer.ts";
import { withRequired } from "./required-fields.ts";

type CreateStore = (reducer: Reducer, initial?: DecapState) => DecapStore;
type Enhancer = (next: CreateStore) => CreateStore;

declare global {
  interface Window {
    __REDUX_DEVTOOLS_EXTENSION_COMPOSE__?: (...enhancers: Enhancer[]) => Enhancer;
  }
}

/**
 * Takes hold of the store that Decap makes while it is loaded, and lets our rules (`withDrafts`, `withRequired`) stand
 * beside its own. Decap offers its store to Redux DevTools by a documented hook; nothing of it has to be patched.
 */
export function awaitStore(page: Window): () => DecapStore {
  let made: DecapStore | undefined;
  page.__REDUX_DEVTOOLS_EXTENSION_COMPOSE__ =
    (...enhancers) =>
    (createStore) =>
    (reducer, initial) => {
      const enhanced = enhancers.reduceRight((next, enhancer) => enhancer(next), createStore);
      const withOurs = withDrafts(reducer);
      made = enhanced((state, action) => withRequired(withOurs(state, action), action), initial);
      return made;
    };
  return () => {
    if (!made) throw new Error("Phần soạn thảo tải về không dùng được.");
    return made;
  };
}
