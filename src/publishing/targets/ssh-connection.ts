import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../../foundation/problem.ts";
import type { ReleaseStore } from "../target.ts";
import { openRequests, type Requests } from "./ssh-requests.ts";
import type { SshSettings } from "./ssh-settings.ts";

/** One connection to a host, opened when it is needed, used for requests and files, closed when it has been idle. */
export interface SshConnection {
  request: (operation: string, args: readonly unknown[]) => Promise<unknown>;
  send: (hashes: readonly string[], store: ReleaseStore) => Promise<void>;
  close: () => Promise<void>;
}

/** How long an unused connection stays open, in ms. */
const idleTime = 60_000;

export function openSshConnection(name: string, settings: SshSettings): SshConnection {
  let current: { requests: Requests; folder: string } | undefined;
  let idle: NodeJS.Timeout | undefined;

  function connected(): { requests: Requests; folder: string } {
    if (current && !current.requests.ended()) return current;
    if (current) rmSync(current.folder, { recursive: true, force: true });
    // Short and private: the path of a socket may have 108 characters.
    const folder = mkdtempSync(join(tmpdir().length > 60 ? "/tmp" : tmpdir(), "cong-ssh-"));
    const requests = openRequests(name, [
      ...sshArguments(settings, folder, "yes"),
      destination(settings),
      "cong-host",
    ]);
    current = { requests, folder };
    return current;
  }

  async function close(): Promise<void> {
    clearTimeout(idle);
    const closing = current;
    current = undefined;
    await closing?.requests.close();
    if (closing) rmSync(closing.folder, { recursive: true, force: true });
  }

  async function busy<Result>(work: () => Promise<Result>): Promise<Result> {
    clearTimeout(idle);
    try {
      return await work();
    } finally {
      clearTimeout(idle);
      idle = setTimeout(() => void close(), idleTime).unref();
    }
  }

  const request = (operation: string, args: readonly unknown[]) =>
    busy(() => connected().requests.send(operation, args));

  return {
    request,
    send: (hashes, store) =>
      busy(async () => {
        const { folder } = connected();
        const failure = await runRsync(settings, folder, hashes, store);
        if (!failure) return;
        // A host that still answers has refused the files; one that does not is out of reach.
        await request("live", []);
        throw new Problem(`The files could not be sent: ${failure}`, {
          remedy: "Check the space and the rights in the host's folder.",
        });
      }),
    close,
  };
}

/** Sends files into the host's `incoming`, over the connection that is open. Resolves with what went wrong, if anything. */
async function runRsync(
  settings: SshSettings,
  folder: string,
  hashes: readonly string[],
  store: ReleaseStore,
): Promise<string | undefined> {
  const shell = ["ssh", ...sshArguments(settings, folder, "no")].join(" ");
  const child = spawn(
    "rsync",
    [
      "--checksum",
      "--whole-file",
      "--no-relative",
      "--files-from=-",
      "--timeout=60",
      `--rsh=${shell}`,
      "/",
      `${destination(settings)}:incoming/`,
    ],
    { stdio: ["pipe", "ignore", "pipe"] },
  );
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  child.stdin.on("error", () => undefined);
  // What the publisher's own store has lost is named when the host asks for it again.
  const paths = hashes.map((hash) => store.pathOf(hash)).filter((path) => existsSync(path));
  child.stdin.end(paths.map((path) => `${path.slice(1)}\n`).join(""));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (error) =>
      reject(
        new Problem("rsync was not found; files are sent to hosts with it.", {
          remedy: "On Debian: apt-get install rsync",
          cause: error,
        }),
      ),
    );
    child.once("close", resolve);
  });
  return code === 0 ? undefined : errors.trim() || `rsync ended with ${String(code)}`;
}

function destination({ user, host }: SshSettings): string {
  return `${user}@${host.includes(":") ? `[${host}]` : host}`;
}

function sshArguments(settings: SshSettings, folder: string, master: "yes" | "no"): string[] {
  const options = {
    BatchMode: "yes",
    StrictHostKeyChecking: "yes",
    UserKnownHostsFile: settings.knownHostsFile,
    GlobalKnownHostsFile: "/dev/null",
    IdentitiesOnly: "yes",
    IdentityAgent: "none",
    PreferredAuthentications: "publickey",
    ConnectTimeout: "10",
    // A link that is silent for 15 seconds is down.
    ServerAliveInterval: "5",
    ServerAliveCountMax: "3",
    ControlMaster: master,
    ControlPath: join(folder, "c"),
    ClearAllForwardings: "yes",
    LogLevel: "ERROR",
  };
  return [
    "-F",
    "/dev/null",
    "-T",
    "-p",
    String(settings.port),
    "-i",
    settings.keyFile,
    ...Object.entries(options).flatMap(([key, value]) => ["-o", `${key}=${value}`]),
  ];
}
