import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Problem } from "../foundation/problem.ts";

/** A running public host: one port per site. */
export interface HostProcess {
  ports: ReadonlyMap<string, number>;
  stop: () => Promise<void>;
}

const message = z.object({ ports: z.record(z.string(), z.number()) });

/** Starts a host for these sites as a child process that ends with this one. `ended` is called if it ends unasked. */
export async function startHost(options: {
  name: string;
  folder: string;
  address: string;
  firstPort: number;
  sites: readonly string[];
  ended: (name: string) => void;
}): Promise<HostProcess> {
  const { name, folder, address, firstPort, sites } = options;
  const script = fileURLToPath(new URL("../../scripts/serve-host.ts", import.meta.url));
  const child = fork(script, [folder, address, String(firstPort), ...sites], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const told = await Promise.race([once(child, "message"), once(child, "exit").then(() => undefined)]);
  if (!told) throw new Problem(`The host ${name} could not start.`, { remedy: "Read its message above." });
  const { ports } = message.parse(told[0]);
  let stopping = false;
  child.once("exit", () => {
    if (!stopping) options.ended(name);
  });
  return {
    ports: new Map(Object.entries(ports)),
    async stop() {
      stopping = true;
      await end(child);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
