import { parseArgs } from "node:util";
import { describeProblem } from "../../foundation/problem.ts";
import { keptReleases, openHostFolder } from "./host-folder.ts";
import { receiveFiles, receivingFlags } from "./receive-files.ts";
import { serveRequests } from "./serve-requests.ts";

// What a host runs when the publisher connects: the forced command of its key. It does the two things below and nothing else.
const usage = `node cong-host.mjs --folder DIR --signers FILE [--keep N]

  The forced command of a publisher's SSH key: takes releases into DIR and makes them live.
  --signers FILE   the public keys whose releases count (allowed_signers)
  --keep N         how many releases stay (default ${keptReleases})`;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { folder: { type: "string" }, signers: { type: "string" }, keep: { type: "string" } },
  });
  const { folder, signers } = values;
  const keep = Number(values.keep ?? keptReleases);
  if (!folder || !signers || !Number.isSafeInteger(keep) || keep < 1) {
    console.error(usage);
    return 2;
  }
  // Readers' web server must be able to read what is written here, whatever the account's settings are.
  process.umask(0o022);
  const asked = process.env["SSH_ORIGINAL_COMMAND"] ?? "";
  if (asked === "cong-host") {
    await serveRequests(
      openHostFolder(folder, { signersFile: signers, keep }),
      process.stdin,
      process.stdout,
    );
    return 0;
  }
  const flags = receivingFlags(asked);
  if (flags !== undefined) return receiveFiles(folder, flags);
  console.error(`This key does not allow: ${asked || "a shell"}`);
  return 1;
}
