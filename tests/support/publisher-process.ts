import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { SignedManifest } from "../../src/publishing/manifest.ts";
import type { PublisherStore } from "../../src/publishing/release-store.ts";
import type { TestHost } from "./targets.ts";

/** A publisher that brings one release to one host, and can be killed on the way. */
export interface PublisherProcess {
  /** Resolves when it has staged the release; rejects if it ends before. */
  staged: Promise<void>;
  /** Lets it activate what it staged; resolves when it has. */
  activate: () => Promise<void>;
  kill: () => Promise<void>;
}

export function aPublisherProcess(
  host: Pick<TestHost, "orders">,
  store: PublisherStore,
  release: SignedManifest,
): PublisherProcess {
  const orders = JSON.stringify({ name: "primary", ...host.orders, store: store.folder, release });
  const script = join(import.meta.dirname, "deploy-process.ts");
  const child = fork(script, [orders], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  onTestFinished(kill);
  const staged = told(child, "staged");
  staged.catch(() => undefined);
  return {
    staged,
    async activate() {
      const live = told(child, "live");
      child.send("activate");
      await live;
    },
    kill,
  };
}

function told(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("message", (message) => {
      if (message === word) resolve();
    });
    child.once("exit", () => {
      reject(new Error(`The publisher ended before it was ${word}.`));
    });
  });
}
