import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Problem } from "../foundation/problem.ts";

const addressesSchema = z.object({
  cms: z.string(),
  forge: z.object({ api: z.string(), repo: z.string() }),
  accounts: z.array(z.object({ login: z.string(), token: z.string(), role: z.string() })),
  sites: z.record(z.string(), z.record(z.string(), z.string())),
});

/** Where a newsroom on this machine is, and its demo accounts: what it wrote into `addresses.json`. */
export type RunningNewsroom = z.infer<typeof addressesSchema>;

/** Reads the addresses of the newsroom with this data folder. */
export async function readRunningNewsroom(data: string): Promise<RunningNewsroom> {
  const path = join(data, "addresses.json");
  try {
    return addressesSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    throw new Problem(`${path} cannot be read: no newsroom has run with this data folder.`, {
      remedy: "Start it with npm start, or name its data folder with --data DIR.",
      cause: error,
    });
  }
}

/** An account of the newsroom by its login, or the first with a role. */
export function accountOf(
  newsroom: RunningNewsroom,
  wanted: { login?: string | undefined; role: string },
): { login: string; token: string } {
  const account = newsroom.accounts.find(({ login, role }) =>
    wanted.login === undefined ? role === wanted.role : login === wanted.login,
  );
  if (account) return account;
  throw new Problem(`The newsroom has no account ${wanted.login ?? `with the role ${wanted.role}`}.`, {
    remedy: `Choose one with --as LOGIN: ${newsroom.accounts.map(({ login }) => login).join(", ")}.`,
  });
}
