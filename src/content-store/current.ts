import { AsyncLocalStorage } from "node:async_hooks";
import type { Content } from "./content.ts";

// The compiled pages carry a copy of this module of their own: the storage is shared through the global symbol table.
const key = Symbol.for("cong.content");
const shared = globalThis as unknown as Record<symbol, AsyncLocalStorage<Content> | undefined>;
const storage = (shared[key] ??= new AsyncLocalStorage<Content>());

/** Renders with this content: whatever runs inside sees it, whatever runs beside does not. */
export function withContent<Result>(content: Content, render: () => Result): Result {
  return storage.run(content, render);
}

/** The content that pages are being rendered from, or undefined outside of `withContent`. */
export function currentContent(): Content | undefined {
  return storage.getStore();
}
