import { parseRefLines, type Ref } from "./refs.ts";
import { GitError, gitEnvironment, gitText, runGit } from "./run.ts";

/** A repository somewhere else, and what opens it. */
export interface Remote {
  /** A path, or an address that git knows: `https://…`, `ssh://…`, `git@host:path`. */
  url: string;
  /** For https: sent as a bearer of rights, never written to the command line or a file. */
  token?: string | undefined;
  /** For ssh: the path of a private key, and of the file of known hosts. */
  sshKey?: string | undefined;
  knownHosts?: string | undefined;
}

/** A ref that the other side did not take, and why. */
export interface RejectedRef extends Ref {
  reason: string;
}

/** Nothing waits longer for another machine. */
const patience = 120_000;
/** Refs named on one command line. */
const refsAtOnce = 200;

/** The refs of another repository, by name. */
export async function remoteRefs(dir: string, remote: Remote): Promise<Map<string, string>> {
  const text = await gitText(["ls-remote", "--refs", "--", remote.url], optionsFor(dir, remote));
  return new Map(parseRefLines(text.replaceAll("\t", " ")).map(({ name, oid }) => [name, oid]));
}

/** Pushes objects to refs of another repository, never by force; resolves with what was not taken. */
export async function pushRefs(dir: string, remote: Remote, refs: readonly Ref[]): Promise<RejectedRef[]> {
  const rejected: RejectedRef[] = [];
  for (let at = 0; at < refs.length; at += refsAtOnce) {
    const some = refs.slice(at, at + refsAtOnce);
    const refspecs = some.map(({ oid, name }) => `${oid}:${name}`);
    const args = ["push", "--porcelain", "--no-verify", "--", remote.url, ...refspecs];
    const { code, stdout } = await runGit(args, { ...optionsFor(dir, remote), accept: [0, 1] });
    const refused = readRejected(stdout.toString("utf8"), some);
    if (code !== 0 && refused.length === 0) throw new GitError(["push"], code, stdout.toString("utf8"));
    rejected.push(...refused);
  }
  return rejected;
}

/** Copies a repository, or a bundle file, with all its refs into the bare repository `to`. */
export async function cloneMirror(remote: Remote, to: string, dir: string): Promise<void> {
  const args = ["-c", "fetch.fsckObjects=true", "clone", "--quiet", "--mirror", "--", remote.url, to];
  // A whole history may take long; a person waits for it.
  await runGit(args, { ...optionsFor(dir, remote), timeout: 0 });
  // The copy stands for itself: nothing may be fetched over it by accident, and no address stays in it.
  await runGit(["config", "--remove-section", "remote.origin"], { dir: to });
}

/** Lines `!\t<from>:<to>\t[rejected] (reason)`. */
function readRejected(text: string, pushed: readonly Ref[]): RejectedRef[] {
  return text.split("\n").flatMap((line) => {
    const [flag, pair = "", summary = ""] = line.split("\t");
    if (flag !== "!") return [];
    const name = pair.slice(pair.indexOf(":") + 1);
    const ref = pushed.find((candidate) => candidate.name === name);
    return ref ? [{ ...ref, reason: summary.replace(/^\[|\](?= \(|$)/g, "") }] : [];
  });
}

function optionsFor(dir: string, { token, sshKey, knownHosts }: Remote) {
  const env: Record<string, string> = {};
  if (token !== undefined) {
    const count = gitEnvironment()["GIT_CONFIG_COUNT"] ?? "0";
    const pair = Buffer.from(`x-access-token:${token}`).toString("base64");
    env[`GIT_CONFIG_KEY_${count}`] = "http.extraHeader";
    env[`GIT_CONFIG_VALUE_${count}`] = `Authorization: Basic ${pair}`;
    env["GIT_CONFIG_COUNT"] = String(Number(count) + 1);
  }
  const ssh = ["ssh", "-o BatchMode=yes", "-o StrictHostKeyChecking=yes", "-o ConnectTimeout=10"];
  if (sshKey !== undefined) ssh.push("-o IdentitiesOnly=yes", `-i ${quoted(sshKey)}`);
  if (knownHosts !== undefined) ssh.push(`-o UserKnownHostsFile=${quoted(knownHosts)}`);
  env["GIT_SSH_COMMAND"] = ssh.join(" ");
  return { dir, env, timeout: patience };
}

const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;
