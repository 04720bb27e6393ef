/** A string for an nginx configuration, whatever is in it. */
export function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** `if ($variable ~* pattern) { … }`, for the patterns that ignore case. */
export function ifMatches(variable: string, pattern: string, ...statements: string[]): string {
  return `if (${variable} ~* ${quoted(pattern)}) { ${statements.map((one) => `${one};`).join(" ")} }`;
}

/** `if (-f path) { … }`. */
export function ifFile(path: string, ...statements: string[]): string {
  return `if (-f ${quoted(path)}) { ${statements.map((one) => `${one};`).join(" ")} }`;
}

/** A block with its lines indented. */
export function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => (line === "" ? "" : `    ${line}`)), "}"];
}

/** Lines that say the same to a person, wrapped by hand. */
export const comment = (...lines: string[]): string[] => lines.map((line) => `# ${line}`);
