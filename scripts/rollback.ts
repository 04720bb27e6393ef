import { Problem } from "../src/foundation/problem.ts";
import { orderNewsroom } from "../src/operations/order-newsroom.ts";
import { runOrder } from "../src/operations/run-order.ts";

const usage = `npm run rollback -- --to N --reason "WHY" [--data DIR]
npm run rollback -- --lift [--data DIR]

  Makes release N live again on every host, as a new release: what was withdrawn since stays withdrawn. Publication is held
  from then on; --lift lets it run again and publishes main.

  --to N        the sequence number of an earlier release (npm run publish and /phien-ban.json name them)
  --reason WHY  kept with the hold, for whoever asks why nothing is published
  --data DIR    the newsroom's data folder (default .cong)`;

await runOrder(
  usage,
  { to: { type: "string" }, reason: { type: "string" }, lift: { type: "boolean", default: false } },
  ({ to, reason, lift }, options) => {
    if (lift === true) return orderNewsroom({ order: "lift" }, options);
    const sequence = Number(to);
    if (!Number.isInteger(sequence) || sequence < 1 || typeof reason !== "string" || reason.trim().length < 3)
      throw new Problem("A rollback needs --to with a release's number and --reason with a few words.", {
        remedy: usage,
      });
    return orderNewsroom({ order: "roll-back", to: sequence, reason: reason.trim() }, options);
  },
);
