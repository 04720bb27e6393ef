// How the project's commands run on Node: the same when npm starts them and when they are measured.

/** Young objects get less room than Node's default of 16 MB per half: three heaps of it would be most of a command's memory. */
export const nodeOptions = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=8"];

/** Few arenas: what one thread has freed serves another, instead of staying the process's own. */
export const nodeEnvironment = { MALLOC_ARENA_MAX: "2" };
