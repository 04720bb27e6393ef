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

const options = {
  to: { type: "string" },
  reason: { type: "string", default: "" },
  lift: { type: "boolean", default: false },
} as const;

await runOrder({ usage, options }, ({ values: { to, lift, ...rest } }, order) => {
  if (lift) return orderNewsroom({ order: "lift" }, order);
  const [sequence, reason] = [Number(to), rest.reason.trim()];
  if (!Number.isInteger(sequence) || sequence < 1 || reason.length < 3)
    throw new Problem("A rollback needs --to with a release's number and --reason with a few words.", {
      remedy: usage,
    });
  return orderNewsroom({ order: "roll-back", to: sequence, reason }, order);
});
