import { readdirSync, readFileSync } from "node:fs";

/** Resident memory (MB) of a process and all its descendants, from /proc; 0 where there is none. */
export function treeMemory(root: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    // The name of the program may hold spaces and brackets: the fields begin after its last one.
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  let total = 0;
  const left = [root];
  for (let pid = left.pop(); pid !== undefined; pid = left.pop()) {
    total += statusMB(pid, "VmRSS");
    left.push(...(children.get(pid) ?? []));
  }
  return total;
}

/** One figure (MB) of a process's memory: what it holds now, or the most that it ever held. */
export function statusMB(pid: number, field: "VmRSS" | "VmHWM"): number {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(read(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) / 1000;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It has ended since it was listed.
    return "";
  }
}
