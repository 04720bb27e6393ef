import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { describeProblem, Problem } from "../foundation/problem.ts";

/** The option that most commands have, and the one that none is without. */
export const dataOption = { data: { type: "string" } } as const;
const helpOption = { help: { type: "boolean", short: "h", default: false } } as const;

export interface Command<T extends ParseArgsOptionsConfig> {
  /** What `--help` prints, and what is printed where the command was given wrongly. */
  usage: string;
  options: T;
  /** Whether it takes more than options. */
  takesOperands?: boolean;
  /** Whether its words become content, which is always composed: terminals may hand over decomposed accents. */
  composed?: boolean;
}

/** What somebody asked of a command. */
export interface Asked<T extends ParseArgsOptionsConfig> {
  values: ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>["values"];
  operands: string[];
  /** The folder of the program. */
  checkout: string;
  /** The newsroom's data folder: `--data`, else `.cong` of the checkout. */
  data: string;
}

/** A command was given wrongly: its usage says how, and it ends with 2. */
export class Misused extends Error {}

/** Runs a command of the command line. It ends with 1 where its work answers false or throws; a problem is said in its words. */
export async function runCommand<const T extends ParseArgsOptionsConfig>(
  command: Command<T>,
  work: (asked: Asked<T>) => Promise<unknown>,
): Promise<void> {
  try {
    const asked = read(command);
    if (asked === undefined) console.log(command.usage);
    else if ((await work(asked)) === false) process.exitCode = 1;
  } catch (error) {
    if (error instanceof Misused) console.log(command.usage);
    else console.error(describeProblem(error));
    process.exitCode = error instanceof Misused ? 2 : 1;
  }
}

/** What was asked; undefined: to be told how the command is used. */
function read<T extends ParseArgsOptionsConfig>(command: Command<T>): Asked<T> | undefined {
  const { usage, options, takesOperands = false, composed = false } = command;
  const given = process.argv.slice(2);
  const args = composed ? given.map((argument) => argument.normalize("NFC")) : given;
  const parsed = orProblem(usage, () =>
    parseArgs({ args, allowPositionals: takesOperands, options: { ...options, ...helpOption } }),
  );
  const values = parsed.values as Asked<T>["values"] & { data?: unknown; help?: unknown };
  if (values.help === true) return undefined;
  const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const data = resolve(typeof values.data === "string" ? values.data : join(checkout, ".cong"));
  return { values, operands: parsed.positionals, checkout, data };
}

function orProblem<R>(usage: string, parse: () => R): R {
  try {
    return parse();
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error), { remedy: usage });
  }
}
