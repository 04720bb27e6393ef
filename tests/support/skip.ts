import type { TestContext } from "vitest";

/** Skips a test and says why in the output, whatever the reporter shows. */
export function skip(context: TestContext, reason: string): never {
  console.log(`SKIPPED: ${context.task.name}: ${reason}`);
  return context.skip(reason);
}
