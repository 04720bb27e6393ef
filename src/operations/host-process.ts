import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Problem } from "../foundation/problem.ts";

/** A running public host: one port per site. */
export interface HostProcess {
  ports: ReadonlyMap<string, number>;
  /** Serves further sites on ports of their own; those served already keep theirs. Resolves with the ports of all. */
  serve: (sites: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  stop: () => Promise<void>;
}

const message = z.object({ ports: z.record(z.string(), z.number()), failed: z.string().optional() });

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
  const ports = await portsTold(child, name, "could not start");
  let stopping = false;
  child.once("exit", () => {
    if (!stopping) options.ended(name);
  });
  return {
    ports,
    async serve(wanted) {
      if (!child.connected)
        throw new Problem(`The host ${name} has stopped.`, { remedy: "Start the newsroom again." });
      const told = portsTold(child, name, "could not serve another site");
      // A host that ends just now is told of by its exit.
      child.send({ serve: [...wanted] }, () => undefined);
      return told;
    },
    async stop() {
      stopping = true;
      await end(child);
    },
  };
}

/** The next message of the host: its ports. */
async function portsTold(child: ChildProcess, name: string, failure: string): Promise<Map<string, number>> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const exit = once(child, "exit", { signal }).then(() => undefined);
  const told = await Promise.race([once(child, "message", { signal }), exit]);
  exit.catch(() => undefined);
  waiting.abort();
  if (!told) throw new Problem(`The host ${name} ${failure}.`, { remedy: "Read its message above." });
  const { ports, failed } = message.parse(told[0]);
  if (failed) throw new Problem(`The host ${name} ${failure}: ${failed}`);
  return new Map(Object.entries(ports));
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
