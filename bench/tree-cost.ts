import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks of a second in /proc, on every Linux in use. */
const ticks = 100;

/** Of a process and all its descendants, from /proc: resident memory (MB), and the processor seconds used so far, by those that have ended too. */
export function treeCost(root: number): { memoryMB: number; cpuSeconds: number } {
  const children = new Map<number, number[]>();
  const used = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    // The name of the program may hold spaces and brackets: the fields begin after its last one.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const parent = Number(fields[1]);
    used.set(Number(name), fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / ticks);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const total = { memoryMB: 0, cpuSeconds: 0 };
  const left = [root];
  for (let pid = left.pop(); pid !== undefined; pid = left.pop()) {
    total.memoryMB += statusMB(pid, "VmRSS");
    total.cpuSeconds += used.get(pid) ?? 0;
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
