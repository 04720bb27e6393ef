import { mainReport } from "../src/operations/main-report.ts";
import { runOrder } from "../src/operations/run-order.ts";

const usage = `npm run check-main [-- --since COMMIT] [--data DIR]

  Proves from the history and the forge's own records that main moved in the admitted ways alone: by submissions with the
  approvals they needed, and by emergency publications. Names every other step, and ends with an error then.

  --since COMMIT   the steps after this commit of main (default: after what was published first)
  --data DIR       the newsroom's data folder (default .cong)`;

const options = { since: { type: "string" } } as const;

await runOrder({ usage, options }, ({ values, data }) => mainReport(data, values));
