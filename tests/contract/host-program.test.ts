import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { receivingFlags } from "../../src/publishing/host-folder/receive-files.ts";
import { sshTarget } from "../../src/publishing/targets/ssh.ts";
import { aFolder } from "../support/folder.ts";
import { aPage } from "../support/release.ts";
import { aPublisher } from "../support/signed-release.ts";
import { skip } from "../support/skip.ts";
import { anSshServer, missingSsh, type SshServer } from "../support/ssh-server.ts";
import { closedAfter } from "../support/targets.ts";

let server: SshServer;
let signersFile: string;

beforeEach(async (context) => {
  const reason = await missingSsh();
  if (reason) skip(context, reason);
  ({ signersFile } = await aPublisher());
  server = await anSshServer(signersFile);
});

/** What the publisher's key is answered for a command. */
async function ask(command: string, ...options: string[]): Promise<string> {
  const { port, user, keyFile, knownHostsFile } = server.settings;
  const shell = [
    "-F",
    "/dev/null",
    "-o",
    "BatchMode=yes",
    "-o",
    `UserKnownHostsFile=${knownHostsFile}`,
    "-i",
    keyFile,
  ];
  const run = promisify(execFile)("ssh", [
    ...shell,
    ...options,
    "-p",
    String(port),
    `${user}@127.0.0.1`,
    command,
  ]);
  return run.then(
    ({ stdout }) => stdout,
    (error: unknown) => (error as { stderr: string }).stderr,
  );
}

test("the publisher's key opens no shell and runs no other command", async () => {
  for (const command of [
    "",
    "sh",
    "id",
    "cong-host; id",
    "rsync --server --sender -logDtpre.iLsfxCIvu . /etc/",
  ])
    expect(await ask(command, "-T")).toMatch(/This key does not allow/);
});

test("the publisher's key forwards no ports", async () => {
  const answer = await ask("cong-host", "-o", "ExitOnForwardFailure=yes", "-R", "127.0.0.1:0:127.0.0.1:9");
  expect(answer).toMatch(/forwarding/i);
});

test("files are received into incoming/ and nowhere else", () => {
  expect(receivingFlags("rsync --server -Wce.LsfxCIvu --timeout=60 . incoming/")).toBe("-Wce.LsfxCIvu");
  for (const command of [
    "rsync --server --sender -Wce.LsfxCIvu . incoming/",
    "rsync --server -Wce.LsfxCIvu . /etc/",
    "rsync --server -Wce.LsfxCIvu . incoming/../current",
    "rsync --server -Wce.LsfxCIvu --delete . incoming/",
    "rsync --server -Wlce.LsfxCIvu . incoming/",
    "rsync --server -Wce.LsfxCIvu . incoming/ /etc/",
    "rsync --server -Wce.LsfxCIvu --timeout=60 . incoming/; id",
    "sh --server -Wce.LsfxCIvu . incoming/",
  ])
    expect(receivingFlags(command), command).toBeUndefined();
});

test("a host whose key is another than the known one is not spoken to", async () => {
  const other = await anSshServer(signersFile);
  const target = closedAfter(
    sshTarget("primary", { ...server.settings, knownHostsFile: other.settings.knownHostsFile }),
  );
  await expect(target.live()).rejects.toThrow(/primary cannot be reached: .*(?:[Hh]ost key)/);
  expect(existsSync(join(server.folder, "incoming"))).toBe(false);
});

test("settings that could be read as options or commands are refused", () => {
  const wrong = [
    { host: "-oProxyCommand=id" },
    { user: "-l" },
    { keyFile: "/a b" },
    { knownHostsFile: "~/x" },
    { port: 0 },
  ];
  for (const part of wrong) expect(() => sshTarget("x", { ...server.settings, ...part })).toThrow();
});

test("a connection that is closed leaves nothing behind and is opened again when needed", async () => {
  const publisher = await aPublisher();
  const own = await anSshServer(publisher.signersFile);
  const release = await publisher.release(1, { "sites/tinh/index.html": aPage("mot") });
  // A place of its own: other tests open connections at the same time.
  const place = await aFolder();
  vi.stubEnv("TMPDIR", place);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const controlFolders = () => readdirSync(place).filter((name) => name.startsWith("cong-ssh-"));
  const target = closedAfter(sshTarget("primary", own.settings));
  await target.stage(release, publisher.store);
  expect(controlFolders()).toHaveLength(1);
  await target.close();
  expect(controlFolders()).toEqual([]);
  await target.activate(1, "{}");
  expect((await target.live())?.sequence).toBe(1);
});
