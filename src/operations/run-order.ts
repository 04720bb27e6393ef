import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { describeProblem } from "../foundation/problem.ts";
import type { Report } from "./control.ts";
import type { OrderOptions } from "./order-newsroom.ts";

type Values = Readonly<Record<string, unknown>>;

/** Runs a command that gives an order: reads its arguments, prints the report, and fails where something remains to be done. */
export async function runOrder(
  usage: string,
  options: ParseArgsOptionsConfig,
  work: (values: Values, order: OrderOptions) => Promise<Report>,
): Promise<void> {
  try {
    const { values } = parseArgs({
      options: {
        ...options,
        data: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    }) as { values: Values };
    if (values["help"] === true) {
      console.log(usage);
      return;
    }
    const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
    const data = values["data"];
    const { report, ok } = await work(values, {
      checkout,
      data: resolve(typeof data === "string" ? data : join(checkout, ".cong")),
      log: (line) => {
        console.log(line);
      },
    });
    console.log(report);
    process.exitCode = ok ? 0 : 1;
  } catch (error) {
    console.error(describeProblem(error));
    process.exitCode = 1;
  }
}
