import type { ParseArgsOptionsConfig } from "node:util";
import type { Report } from "./control.ts";
import type { OrderOptions } from "./order-newsroom.ts";
import { dataOption, runCommand, type Asked } from "./run-command.ts";

/** Runs a command that gives an order: prints the report, and fails where something remains to be done. */
export function runOrder<const T extends ParseArgsOptionsConfig>(
  command: { usage: string; options?: T; takesOperands?: boolean },
  work: (asked: Asked<T & typeof dataOption>, order: OrderOptions) => Promise<Report>,
): Promise<void> {
  const options = { ...command.options, ...dataOption } as T & typeof dataOption;
  return runCommand({ ...command, options }, async (asked) => {
    const { checkout, data } = asked;
    const log = (line: string) => {
      console.log(line);
    };
    const { report, ok } = await work(asked, { checkout, data, log });
    console.log(report);
    return ok;
  });
}
