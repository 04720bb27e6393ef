import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, stat, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { exists } from "../../src/foundation/exists.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const addressesSchema = z.object({
  primary: z.string(),
  standby: z.string(),
  cms: z.string(),
  review: z.string(),
  contribute: z.string(),
  sample: z.string().optional(),
  forge: z.object({ api: z.string(), git: z.string(), repo: z.string() }),
  accounts: z.array(
    z.object({ login: z.string(), password: z.string(), token: z.string(), role: z.string() }),
  ),
  sites: z.record(z.string(), z.record(z.string(), z.string())),
});

export type Addresses = z.infer<typeof addressesSchema>;

/** The real newsroom, started with the command that `npm start` runs, in a process of its own. */
export interface RunningNewsroom {
  addresses: Addresses;
  data: string;
  /** Its process. */
  pid: number;
  /** All it has written so far. */
  output: () => string;
  /** Ends it the way Ctrl-C does; resolves with its exit code. */
  stop: () => Promise<number | null>;
  /** Ends it without warning. */
  kill: () => Promise<void>;
}

/** Names the data folder of a newsroom that has published the sample portal. */
export const preparedData = "CONG_TEST_NEWSROOM";

/**
 * Starts a newsroom on ports that the system chooses, and waits until it says that it is ready. A new one goes on from the
 * prepared data, where there is some: its first publication takes longer than most tests.
 */
export async function startNewsroom(
  data: string,
  options: { env?: Record<string, string> } = {},
): Promise<RunningNewsroom> {
  await provideData(data);
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(root, "scripts/start.ts"), "--data", data, "--port", "0"],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      // The sample of another system moves main by itself.
      env: { ...process.env, CONG_SAMPLE_HSCV: "off", ...options.env },
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await ready(child, () => output);
  const addresses = await readAddresses(data);
  return {
    addresses,
    data,
    pid: child.pid ?? 0,
    output: () => output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      return child.exitCode;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** Gives a new data folder what is prepared, and the pictures that were encoded before. */
export async function provideData(data: string): Promise<void> {
  const prepared = process.env[preparedData];
  // An empty name would be the root of the machine.
  if (prepared && !(await exists(join(data, "repository.git")))) {
    await mkdir(data, { recursive: true });
    await promisify(execFile)("cp", ["-a", "--reflink=auto", `${prepared}/.`, data]);
  }
  await sharePictures(data);
}

/** Where a newsroom is and who may sign in, as it wrote into its data folder. */
export async function readAddresses(data: string): Promise<Addresses> {
  return addressesSchema.parse(JSON.parse(await readFile(join(data, "addresses.json"), "utf8")));
}

/**
 * Pictures are encoded once for all tests and not by every newsroom and build anew, which takes longer than all else: the
 * store keeps them by their content.
 */
async function sharePictures(data: string): Promise<void> {
  const shared = join(root, "node_modules/.cache/cong/pictures");
  await mkdir(shared, { recursive: true });
  await mkdir(data, { recursive: true });
  await symlink(shared, join(data, "pictures")).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  });
}

async function ready(child: ChildProcess, output: () => string): Promise<void> {
  await new Promise<void>((done, failed) => {
    const look = () => {
      if (output().includes("Cổng đã sẵn sàng")) done();
    };
    child.stdout?.on("data", look);
    child.once("exit", (code) => {
      failed(new Error(`The newsroom ended with ${String(code)} before it was ready:\n${output()}`));
    });
  });
}

/** An account of a role, with what signs it in. */
export function accountOf(addresses: Addresses, role: string, index = 0): Addresses["accounts"][number] {
  const account = addresses.accounts.filter((candidate) => candidate.role === role)[index];
  if (!account) throw new Error(`No account ${index} with the role ${role}.`);
  return account;
}

/** Where readers find a site, on the primary host. */
export function originOf({ sites }: Addresses, site: string): string {
  const [origin] = Object.values(sites[site] ?? {});
  if (!origin) throw new Error(`The newsroom serves no site ${site}.`);
  return origin;
}

/** The permission bits of a file. */
export const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
