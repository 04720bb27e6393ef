/**
 * Something a person must act on: what happened and where (`message`), and what to do about it (`remedy`).
 * Editors and approvers get both in Vietnamese; operators get the command to run next.
 */
export class Problem extends Error {
  readonly remedy: string | undefined;

  constructor(message: string, options: { remedy?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "Problem";
    this.remedy = options.remedy;
  }
}

/** The text to show a person for anything thrown: a Problem with its remedy, anything else with its message. */
export function describeProblem(error: unknown): string {
  if (error instanceof Problem && error.remedy) return `${error.message}\n  → ${error.remedy}`;
  return error instanceof Error ? error.message : String(error);
}
