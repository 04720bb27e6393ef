import { execFile, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { bundleHostProgram } from "../../src/operations/bundle-host-program.ts";
import { aFolder } from "./folder.ts";
import { freePort } from "./free-port.ts";
import { until } from "./until.ts";

const run = promisify(execFile);
const sshd = "/usr/sbin/sshd";

/** Why no SSH server can be started here, if so; installs what is missing where it can. */
export function missingSsh(): Promise<string | undefined> {
  const lacking = () =>
    [sshd, "/usr/bin/ssh", "/usr/bin/rsync"]
      .filter((path) => !existsSync(path))
      .map((path) => path.split("/").at(-1));
  if (lacking().length > 0 && process.getuid?.() === 0) {
    const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    spawnSync("apt-get", ["update", "-qq"], options);
    spawnSync("apt-get", ["install", "-y", "-qq", "openssh-server", "openssh-client", "rsync"], options);
  }
  const still = lacking();
  return Promise.resolve(
    still.length > 0
      ? `${still.join(", ")} not found; apt-get install openssh-server openssh-client rsync`
      : undefined,
  );
}

/** A real SSH server on loopback, run as the present user, that lets one key run the host's program on one folder. */
export interface SshServer {
  /** What `sshTarget` is given. */
  settings: { host: string; port: number; user: string; keyFile: string; knownHostsFile: string };
  /** The folder that releases are put into. */
  folder: string;
  stop: () => Promise<void>;
}

export async function anSshServer(
  signersFile: string,
  options: { folder?: string; before?: string } = {},
): Promise<SshServer> {
  const place = await aFolder();
  const folder = options.folder ?? join(place, "host");
  mkdirSync(folder, { recursive: true });
  const at = (name: string) => join(place, name);
  for (const name of ["host-key", "client-key"])
    await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", at(name)]);
  const publicKey = (name: string) => readFile(at(`${name}.pub`), "utf8").then((text) => text.trim());
  const command = `${options.before ?? ""}exec ${process.execPath} ${await hostProgram()} --folder ${folder} --signers ${signersFile}`;
  await writeFile(at("authorized_keys"), `restrict,command="${command}" ${await publicKey("client-key")}\n`);
  const port = await freePort();
  const knownHost = (await publicKey("host-key")).split(" ").slice(0, 2).join(" ");
  await writeFile(at("known_hosts"), `[127.0.0.1]:${port} ${knownHost}\n`);
  await writeFile(
    at("sshd_config"),
    `Port ${port}
ListenAddress 127.0.0.1
HostKey ${at("host-key")}
AuthorizedKeysFile ${at("authorized_keys")}
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100
`,
  );
  // The server separates privileges in this folder when root starts it; packages make it when the service starts.
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true, mode: 0o755 });
  const server = spawn(sshd, ["-D", "-e", "-f", at("sshd_config")], { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => (log += text));
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  const stop = async () => {
    server.kill();
    await ended;
  };
  onTestFinished(stop);
  await until("the SSH server", async () => {
    if (server.exitCode !== null) throw new Error(`sshd ended: ${log}`);
    return (await answers(port)) ? true : undefined;
  });
  return {
    settings: {
      host: "127.0.0.1",
      port,
      user: userInfo().username,
      keyFile: at("client-key"),
      knownHostsFile: at("known_hosts"),
    },
    folder,
    stop,
  };
}

let program: Promise<string> | undefined;

/** The host's program as it is handed to hosts: made once for all tests of this process. */
export function hostProgram(): Promise<string> {
  const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  program ??= (async () => {
    const folder = join(checkout, "node_modules/.cache/cong/host-program");
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `cong-host-${process.pid}.mjs`);
    await bundleHostProgram(checkout, file);
    return file;
  })();
  return program;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}
