import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preparedData, startNewsroom } from "./newsroom.ts";

/**
 * Lets a newsroom publish the sample portal for the first time, once for all test files of a run: each of them goes on from a
 * copy of its data. Vitest calls this before the first test; what it returns, after the last.
 */
export default async function prepareNewsroom(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "cong-prepared-"));
  const newsroom = await startNewsroom(folder);
  await newsroom.stop();
  // Test files run in processes of their own, which inherit it.
  process.env[preparedData] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
