import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { Problem } from "../../src/foundation/problem.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Chromium's path: one that is installed, else Debian's package, else Playwright's own. */
export function provideChromium(log: (line: string) => void): Promise<string> {
  const path = installed() ?? fromDebian(log) ?? fromPlaywright(log);
  if (path) return Promise.resolve(path);
  throw new Problem("The end-to-end tests need Chromium, and it could not be installed here.", {
    remedy:
      "On Debian: sudo apt-get install -y chromium. Elsewhere: set CHROMIUM to the path of a Chromium or Chrome.",
  });
}

/**
 * Starts Chromium for a test: headless, and without the connections it makes on its own account. Its own words, as in fields
 * for days and files, are those of `language` where it has them.
 */
export function launchChromium({ language }: { language?: string } = {}): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? installed();
  if (!executablePath)
    throw new Problem("Chromium was not found.", { remedy: "Run npm test, which installs it." });
  return chromium.launch({
    executablePath,
    ...(language === undefined ? {} : { env: { ...process.env, LANGUAGE: language } }),
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

function installed(): string | undefined {
  const given = process.env["CHROMIUM"];
  if (given && existsSync(given)) return given;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

function fromDebian(log: (line: string) => void): string | undefined {
  if (spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync("sudo", ["-n", "true"]).status !== 0) return undefined;
  const apt = (...args: string[]) => {
    const [command, rest] = root ? ["apt-get", args] : ["sudo", ["-n", "apt-get", ...args]];
    return (
      spawnSync(command, rest, {
        stdio: "inherit",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      }).status === 0
    );
  };
  log("Installing Chromium from Debian's packages …");
  if (!apt("update", "-qq") || !apt("install", "-y", "-qq", "chromium")) return undefined;
  return installed();
}

function fromPlaywright(log: (line: string) => void): string | undefined {
  log("Installing Playwright's own Chromium …");
  spawnSync("playwright-core", ["install", "chromium"], { stdio: "inherit" });
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}
