import { orderNewsroom } from "../src/operations/order-newsroom.ts";
import { runOrder } from "../src/operations/run-order.ts";

const usage = `npm run publish [-- --data DIR]

  Brings main to every host now, if it is not live there yet: through the newsroom that runs on the data folder, else in
  this process. Without a repository in the data folder, main of this checkout is published.

  --data DIR   the newsroom's data folder (default .cong)`;

await runOrder({ usage }, (_, order) => orderNewsroom({ order: "publish" }, order));
