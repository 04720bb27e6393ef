import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Problem } from "../foundation/problem.ts";
import { exists } from "../foundation/exists.ts";

/** What a signature is for; one made for another purpose does not count. */
const namespace = "cong-release";

/** The name that every publishing key signs under. */
const signer = "cong";

/** Makes the publisher's Ed25519 key at first use, readable by its owner alone. Resolves with its public half. */
export async function ensureSigningKey(keyFile: string): Promise<string> {
  if (!(await exists(keyFile))) {
    await mkdir(dirname(keyFile), { recursive: true });
    await runKeygen(["-q", "-t", "ed25519", "-N", "", "-C", signer, "-f", keyFile]);
  }
  return (await readFile(`${keyFile}.pub`, "utf8")).trim();
}

/** The text of an `allowed_signers` file: several keys while one takes over from another. */
export function allowedSigners(publicKeys: readonly string[]): string {
  return publicKeys
    .map((key) => `${signer} namespaces="${namespace}" ${key.split(" ").slice(0, 2).join(" ")}\n`)
    .join("");
}

/** The armoured SSH signature over a manifest's exact text. */
export async function signText(text: string, keyFile: string): Promise<string> {
  const { code, stdout, stderr } = await runKeygen(
    ["-q", "-Y", "sign", "-f", keyFile, "-n", namespace],
    text,
    true,
  );
  if (code !== 0)
    throw new Problem(`The release could not be signed with ${keyFile}: ${stderr.trim()}`, {
      remedy: `Check that ${keyFile} is the publisher's private key and that only its owner may read it.`,
    });
  return stdout;
}

/** Whether one of the allowed keys made this signature over exactly this text. */
export async function signatureHolds(text: string, signature: string, signersFile: string): Promise<boolean> {
  if (!(await exists(signersFile)))
    throw new Problem(`${signersFile} is missing: no signature can be checked.`, {
      remedy: "Put the publisher's public key there, as the notes of npm run host-kit say.",
    });
  const folder = await mkdtemp(join(tmpdir(), "cong-signature-"));
  try {
    const file = join(folder, "signature");
    await writeFile(file, signature);
    const { code } = await runKeygen(
      ["-q", "-Y", "verify", "-f", signersFile, "-I", signer, "-n", namespace, "-s", file],
      text,
      true,
    );
    return code === 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs ssh-keygen to its end; with `answers`, any exit code is an answer. */
async function runKeygen(
  args: readonly string[],
  input = "",
  answers = false,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn("ssh-keygen", args, { stdio: ["pipe", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  // It may end before it has read everything; its exit code tells the story.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "ENOENT"
          ? new Problem("ssh-keygen was not found; releases are signed with it.", {
              remedy: "On Debian: apt-get install openssh-client",
              cause: error,
            })
          : error,
      );
    });
    child.once("close", resolve);
  });
  if (code !== 0 && !answers) throw new Problem(`ssh-keygen failed: ${output.stderr.trim()}`);
  return { code, ...output };
}
