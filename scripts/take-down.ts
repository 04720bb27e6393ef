import { Problem } from "../src/foundation/problem.ts";
import type { DeskOrder } from "../src/operations/control.ts";
import { orderNewsroom } from "../src/operations/order-newsroom.ts";
import { runOrder } from "../src/operations/run-order.ts";

const usage = `npm run take-down -- ADDRESS… --reason "WHY" --as LOGIN [--shown "WHAT READERS ARE TOLD"] [--data DIR]
npm run take-down -- --put-back NUMBER --reason "WHY" --as LOGIN [--data DIR]

  Takes published articles and documents from their readers at once, through the running newsroom, when the review page
  cannot be used: one submission, one commit, merged as an emergency publication. Their addresses answer 410 on every host.
  It stays on the list «Đăng khẩn – chờ duyệt sau» until somebody else approves it, or it is put back.

  ADDRESS…      of pages, as readers see them (https://songmay.gov.vn/tin-tuc/2026/…), or files of the repository
  --reason WHY  why it must be now: kept in main's history, the forge and the audit log
  --as LOGIN    who decided it; their rights count, and they must hold «emergency» for all of it
  --shown TEXT  what readers are told (10–300 characters); without it: «Nội dung đang được rà soát.»
  --put-back N  gives back what submission N took down
  --data DIR    the newsroom's data folder (default .cong)`;

const options = {
  reason: { type: "string" },
  as: { type: "string" },
  shown: { type: "string", default: "Nội dung đang được rà soát." },
  "put-back": { type: "string" },
} as const;

await runOrder({ usage, options, takesOperands: true }, ({ values, operands }, order) =>
  orderNewsroom(orderOf(values, operands), order),
);

function orderOf(
  values: {
    reason?: string | undefined;
    as?: string | undefined;
    shown: string;
    "put-back"?: string | undefined;
  },
  addresses: string[],
): DeskOrder {
  const { reason, as, shown } = values;
  if (reason === undefined || as === undefined)
    throw new Problem("Say why with --reason and who decided it with --as.", { remedy: usage });
  if (values["put-back"] === undefined) {
    if (addresses.length === 0) throw new Problem("Name at least one address.", { remedy: usage });
    return { order: "take-down", as, addresses, shown, reason };
  }
  const number = Number(values["put-back"]);
  if (!Number.isInteger(number) || number < 1 || addresses.length > 0)
    throw new Problem("--put-back takes the number of a submission, and no addresses.", { remedy: usage });
  return { order: "put-back", as, number, reason };
}
