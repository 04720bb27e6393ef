// How the project's commands run on Node: the same when npm starts them and when they are measured.
import { fileURLToPath } from "node:url";

/** Young objects get less room than Node's default of 16 MB per half: three heaps of it would be most of a command's memory. */
export const nodeOptions = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=8"];

export const nodeEnvironment = {
  /** Few arenas: what one thread has freed serves another, instead of staying the process's own. */
  MALLOC_ARENA_MAX: "2",
  /** What sockets and files bring comes in pieces of 64 KB: given back to the system once it is free, instead of kept for more of them. */
  MALLOC_MMAP_THRESHOLD_: "65536",
  /** TypeScript is stripped and compiled once per change of a file, instead of in every process and thread. */
  NODE_COMPILE_CACHE: fileURLToPath(new URL("../node_modules/.cache/cong/node", import.meta.url)),
};
