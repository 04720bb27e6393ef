// Runs a command of the project on the Node version it needs, after installing what is missing.
// Plain JavaScript: it must run on the Node that the machine has (20 or newer), before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeEnvironment, nodeOptions } from "./node-settings.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, "node_modules/.bin/node");
const marker = join(root, "node_modules/.installed");

requireGit();
provideSshKeygen();
installPackages();
run(process.argv.slice(2));

function requireGit() {
  const version = /(\d+)\.(\d+)/.exec(spawnSync("git", ["--version"], { encoding: "utf8" }).stdout ?? "");
  if (version && Number(version[1]) * 100 + Number(version[2]) >= 238) return;
  console.error("git 2.38 or newer is needed. On Debian: apt-get install git");
  process.exit(1);
}

/** Releases are signed with it; a bare Debian has none. */
function provideSshKeygen() {
  const isThere = () => spawnSync("ssh-keygen", ["-?"]).error === undefined;
  if (isThere()) return;
  if (process.getuid?.() === 0) {
    console.log("Installing openssh-client (apt-get), which signs releases …");
    const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update", "-qq"], options);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "openssh-client"], options);
    if (isThere()) return;
  }
  console.error("ssh-keygen is needed to sign releases. On Debian: apt-get install openssh-client");
  process.exit(1);
}

function installPackages() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(node) && existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  console.log("Installing packages (npm ci); the first time this takes a minute or two …");
  const { status } = spawnSync(
    "npm",
    ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: "inherit",
      shell: process.platform === "win32",
    },
  );
  if (status !== 0 || !existsSync(node)) {
    console.error("The packages could not be installed; see npm's message above.");
    process.exit(1);
  }
  writeFileSync(marker, wanted);
}

/** Hands over to Node 24; the exit code is the command's own. */
function run([script, ...args]) {
  const path = `${join(root, "node_modules/.bin")}:${process.env.PATH ?? ""}`;
  const child = spawn(node, [...nodeOptions, join(root, script), ...args], {
    // The channel tells the command when this process is gone, however it ended.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...nodeEnvironment, PATH: path },
  });
  // Ctrl-C reaches the command itself; a signal sent to this process alone is passed on.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGTERM"));
  endWithNpm(() => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

/** npm that is killed cannot tell its command: what it started must not stay behind and hold ports and data. */
function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => process.ppid === npm || end(), 500).unref();
}
