import { spawn } from "node:child_process";
import { Problem } from "../src/foundation/problem.ts";
import { treeCost } from "./tree-cost.ts";

/** What a command cost: wall-clock seconds, processor seconds, and the most memory (MB) that it and its children held at once. */
export interface Cost {
  seconds: number;
  /** Hardly longer where the machine does other things as well; up to a sample's length short. */
  cpuSeconds: number;
  peakMemoryMB: number;
}

const samplesEvery = 100;

/** Runs a command to its end and measures it. Its output is shown only where it fails. */
export async function measuredRun(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Record<string, string> = {},
): Promise<Cost> {
  const begun = performance.now();
  const child = spawn(command, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  let output = "";
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000));
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  let [peak, cpuSeconds] = [0, 0];
  const sampler = setInterval(() => {
    if (child.pid === undefined) return;
    const now = treeCost(child.pid);
    peak = Math.max(peak, now.memoryMB);
    cpuSeconds = Math.max(cpuSeconds, now.cpuSeconds);
  }, samplesEvery);
  try {
    const code = await new Promise<number | string>((done, failed) => {
      child.once("error", failed);
      child.once("close", (status, signal) => done(status ?? signal ?? "nothing"));
    });
    const seconds = (performance.now() - begun) / 1000;
    if (code !== 0) throw new Problem(`${command} ${args.join(" ")} ended with ${code}:\n${output}`);
    return { seconds, cpuSeconds, peakMemoryMB: peak };
  } finally {
    clearInterval(sampler);
  }
}
