import { orderNewsroom } from "../src/operations/order-newsroom.ts";
import { runOrder } from "../src/operations/run-order.ts";

const usage = `npm run verify [-- --repair] [--data DIR]

  Compares every file and folder on every host with the manifest of what should be live there: a flipped byte, a missing or
  an extra file, a stale host. Exit code 1 where something differs.

  --repair     also mends it from the publisher's store
  --data DIR   the newsroom's data folder (default .cong)`;

const options = { repair: { type: "boolean", default: false } } as const;

await runOrder({ usage, options }, ({ values: { repair } }, order) =>
  orderNewsroom({ order: "verify", repair }, order),
);
