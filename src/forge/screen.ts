import type { ForgeContext } from "./context.ts";
import { Refusal } from "./refusal.ts";

/**
 * Looks at a file, or at its name alone, before anything of it is stored; the reason, in words for whoever sent it, if it
 * must not be. What is refused here can be read by nobody afterwards, however well they know its id.
 */
export type Screen = (data: Uint8Array) => Promise<string | undefined>;

/** Stores a file that the screen lets pass; its id. */
export async function storeBlob({ screen, repository }: ForgeContext, data: Uint8Array): Promise<string> {
  const reason = await screen?.(data);
  if (reason !== undefined) throw new Refusal(422, reason);
  return repository.writeBlob(data);
}

/** Refuses a name that the screen does not let pass. */
export async function screenName({ screen }: ForgeContext, path: string): Promise<void> {
  const reason = await screen?.(linesOfName(path));
  if (reason !== undefined) throw new Refusal(422, reason);
}

/** The parts of a path as lines of text, each of which may say what a file is. */
export const linesOfName = (path: string): Uint8Array =>
  Buffer.from(path.replace(/\.[a-z0-9]+$/i, "").replaceAll("/", "\n"));
