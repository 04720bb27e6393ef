import { defineConfig } from "vitest/config";

const project = (name: string, options: { timeout: number; prepare?: string[] }) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: "node" as const,
    testTimeout: options.timeout,
    hookTimeout: options.timeout,
    globalSetup: options.prepare ?? [],
  },
});

export default defineConfig({
  test: {
    // Two cores: more workers would only wait for each other.
    maxWorkers: 2,
    projects: [
      project("unit", { timeout: 20_000 }),
      project("contract", { timeout: 60_000 }),
      project("e2e", { timeout: 300_000, prepare: ["tests/support/prepared-newsroom.ts"] }),
      project("faults", { timeout: 300_000 }),
    ],
  },
});
