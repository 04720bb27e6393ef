import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateHandbook } from "../bench/handbook/generate.ts";
import { describeProblem } from "../src/foundation/problem.ts";

const usage = `npm run handbook

  Takes every picture of the handbook in docs/so-tay anew, in a newsroom of its own with the sample portal, and says what the
  handbook quotes that no longer stands on the screen. Needs Chromium; takes a few minutes.`;

try {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h", default: false } } });
  if (values.help) console.log(usage);
  else
    await generateHandbook(join(dirname(dirname(fileURLToPath(import.meta.url))), "docs/so-tay"), (line) => {
      console.log(line);
    });
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}
