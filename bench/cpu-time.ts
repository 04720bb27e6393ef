import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Ticks of a second in /proc, on every Linux that Node runs on. */
const ticks = 100;

/** The seconds of processor time that a process and its threads have taken, without the programs it started. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
  // The name of the program may hold spaces and brackets: the fields begin after its last one.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

/** Waits until a process has done next to nothing for two seconds: a machine that others use delays that and does not change it. */
export async function untilIdle(pid: number): Promise<void> {
  for (let before = cpuSeconds(pid); ; before = cpuSeconds(pid)) {
    await pause(2000);
    if (cpuSeconds(pid) - before < 0.1) return;
  }
}
