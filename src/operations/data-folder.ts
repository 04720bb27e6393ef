import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Problem } from "../foundation/problem.ts";
import { writeWhole } from "../foundation/write-whole.ts";

/** Where the newsroom keeps what it owns; everything a checkout does not hold. */
export interface DataFolder {
  path: string;
  repository: string;
  forgeDatabase: string;
  ledger: string;
  releases: string;
  /** What was read of the content; may be deleted at any time. */
  entries: string;
  /** The private key that releases are signed with, and the public keys that hosts of this machine trust. */
  releaseKey: string;
  allowedSigners: string;
  /** Where commands reach the running newsroom. */
  control: string;
  pictures: string;
  /** Documents and recordings as hosts are given them; may be deleted at any time. */
  libraryFiles: string;
  searchCache: string;
  /** The first words of attached PDFs; may be deleted at any time. */
  pdfWords: string;
  /** What the desk's search finds entries by; may be deleted at any time. */
  deskSearch: string;
  host: (name: string) => string;
  accounts: string;
  addresses: string;
  /** What only the task at hand needs; emptied at every start. */
  scratch: string;
  /** When each mirror was last complete. */
  mirrors: string;
  /** Letters on their way, and of what people are still to be told. */
  mail: string;
  notices: string;
  /** What people outside sent in and who they are, and the files that came with it. */
  intakeDatabase: string;
  intake: string;
  /** What people say of drafts, and who they are. */
  opinions: string;
  /** Runs of imports, their quarantine, and what they fetch. May hold personal data. */
  importDatabase: string;
  imports: string;
}

/** Opens (makes) the data folder; readable by its owner alone, since it holds passwords and unpublished work. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const folder = resolve(path);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  } catch (error) {
    throw new Problem(`Không dùng được thư mục dữ liệu ${folder}: ${(error as Error).message}`, {
      remedy: "Chọn một thư mục mà bạn ghi được, bằng --data DIR.",
      cause: error,
    });
  }
  const below = (name: string) => join(folder, name);
  return {
    path: folder,
    repository: below("repository.git"),
    forgeDatabase: below("forge.db"),
    ledger: below("ledger.db"),
    releases: below("releases"),
    entries: below("entries.db"),
    releaseKey: below("release.key"),
    allowedSigners: below("allowed-signers"),
    control: below("control.sock"),
    pictures: below("pictures"),
    libraryFiles: below("files"),
    searchCache: below("search"),
    pdfWords: below("pdf-words"),
    deskSearch: below("desk-search.db"),
    host: (name) => join(folder, "hosts", name),
    accounts: below("demo-accounts.json"),
    addresses: below("addresses.json"),
    scratch: below("tmp"),
    mirrors: below("mirrors.json"),
    mail: below("mail.db"),
    notices: below("notices.db"),
    intakeDatabase: below("intake.db"),
    opinions: below("opinions.db"),
    intake: below("intake"),
    importDatabase: below("imports.db"),
    imports: below("imports"),
  };
}

/** Keeps a second newsroom out of the folder. The lock ends with the process, however it ends. */
export function lockDataFolder(folder: DataFolder): { release: () => void } {
  // The operating system takes a database's lock back when its process is gone.
  const database = new DatabaseSync(join(folder.path, "lock.db"));
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch {
    database.close();
    throw new Problem(`Một tòa soạn khác đang chạy trên ${folder.path}.`, {
      remedy: "Dùng tòa soạn đang chạy, dừng nó (Ctrl-C), hoặc chọn thư mục khác bằng --data DIR.",
    });
  }
  return {
    release: () => {
      database.close();
    },
  };
}

/**
 * Lets temporary files of this process and of the programs it starts lie in the folder: what a killed newsroom left behind,
 * such as half a push with unpublished work, is removed at the next start, and the machine's own /tmp need not hold it. Only
 * for who holds the folder's lock.
 */
export async function useScratch(folder: DataFolder): Promise<void> {
  await rm(folder.scratch, { recursive: true, force: true });
  await mkdir(folder.scratch, { mode: 0o700 });
  process.env["TMPDIR"] = folder.scratch;
}

/** 32 random bytes or more, made at first and kept in the folder. */
export async function keptSecret(folder: DataFolder, name: string): Promise<Buffer> {
  const path = join(folder.path, name);
  const kept = await readFile(path).catch(() => undefined);
  if (kept && kept.byteLength >= 32) return kept;
  const secret = randomBytes(32);
  writePrivate(path, secret);
  return secret;
}

/** Writes a file that only its owner may read. */
export function writePrivate(path: string, data: Uint8Array | string): void {
  writeWhole(path, data, { mode: 0o600, durable: true });
}
