import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { Problem } from "../foundation/problem.ts";
import { profileSchema, type Profile } from "./profile.ts";

/** Where profiles lie, in the repository. */
export const profilesFolder = "content/profiles";
export const profileFile = (name: string): string => `${profilesFolder}/${name}.yaml`;

/** Reads a profile from its text; every fault is named with its place. */
export function parseProfile(name: string, text: string): Profile {
  let data: unknown;
  try {
    data = parse(text);
  } catch (error) {
    throw new Problem(`${profileFile(name)} is no YAML: ${(error as Error).message}`, { cause: error });
  }
  const profile = profileSchema.safeParse(data);
  if (profile.success) return profile.data;
  throw new Problem(`${profileFile(name)} is no profile:\n${z.prettifyError(profile.error)}`, {
    remedy: "docs/hscv.md tells what stands in a profile.",
  });
}

/** Reads a profile of a checkout. */
export async function readProfile(checkout: string, name: string): Promise<Profile> {
  if (!/^[a-z0-9-]+$/.test(name)) throw new Problem(`${name} is no name of a profile.`);
  const text = await readFile(join(checkout, profileFile(name)), "utf8").catch(() => undefined);
  if (text !== undefined) return parseProfile(name, text);
  const names = await readdir(join(checkout, profilesFolder)).catch(() => []);
  throw new Problem(`There is no profile ${name}.`, {
    remedy: `Profiles: ${names
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => file.slice(0, -5))
      .join(", ")}.`,
  });
}
