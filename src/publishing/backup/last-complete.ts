import { readFile } from "node:fs/promises";
import { z } from "zod";
import { writeWhole } from "../../foundation/write-whole.ts";
import type { LastComplete } from "./sync-mirrors.ts";

const schema = z.record(z.string(), z.number());

/** Reads when each mirror was last complete from a file that an earlier run wrote; nothing is known where there is none. */
export async function readLastComplete(file: string): Promise<LastComplete> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  return new Map(Object.entries(schema.catch({}).parse(JSON.parse(text))));
}

/** Keeps it for the next run. */
export function writeLastComplete(file: string, lastComplete: LastComplete): void {
  writeWhole(file, `${JSON.stringify(Object.fromEntries(lastComplete), null, 2)}\n`, { durable: true });
}
