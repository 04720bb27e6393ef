import { endingOf } from "../content-model/library-files.ts";
import { slugOf } from "../content-model/slug.ts";
import type { LibraryFile } from "./content.ts";

/**
 * Where readers load a file of the library: `/_tep/ab/cdef…/bao-cao.pdf`. It names the content, so it never changes its
 * bytes, and ends in the file's own name, under which browsers save it.
 */
export function libraryFileAddress({ address, oid }: Pick<LibraryFile, "address" | "oid">): string {
  const name = address.slice(address.lastIndexOf("/") + 1);
  const ending = endingOf(name);
  const base = slugOf(name.slice(0, -(ending.length + 1))) || "tep";
  return `/_tep/${oid.slice(0, 2)}/${oid.slice(2, 18)}/${base}.${ending}`;
}
