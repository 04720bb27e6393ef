import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const order = ["e2e", "faults", "contract", "unit"];

/** The suites with long files go first, so that short ones are left to fill the second core at the end. */
class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => order.indexOf(project.name);
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

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
    sequence: { sequencer: LongFilesFirst },
    projects: [
      project("unit", { timeout: 20_000 }),
      project("contract", { timeout: 60_000 }),
      project("e2e", { timeout: 300_000, prepare: ["tests/support/prepared-newsroom.ts"] }),
      project("faults", { timeout: 300_000 }),
      // Asked for by name alone: `npm run test:full`.
      project("hazards", { timeout: 600_000 }),
    ],
  },
});
