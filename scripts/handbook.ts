import { join } from "node:path";
import { generateHandbook } from "../bench/handbook/generate.ts";
import { runCommand } from "../src/operations/run-command.ts";

const usage = `npm run handbook

  Takes every picture of the handbook in docs/so-tay anew, in a newsroom of its own with the sample portal, and says what the
  handbook quotes that no longer stands on the screen. Needs Chromium with Vietnamese (Debian: chromium-l10n); takes a few
  minutes.`;

await runCommand({ usage, options: {} }, ({ checkout }) =>
  generateHandbook(join(checkout, "docs/so-tay"), (line) => {
    console.log(line);
  }),
);
