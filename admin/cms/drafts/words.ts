const moment = /^\d{4}-\d\d-\d\d(?:T|$)/;

/** Whether someone has written anything into a new form: what the form fills in itself is no reason to keep it. */
export function holdsWords(data: Readonly<Record<string, unknown>>): boolean {
  return Object.values(data).some(isWritten);
}

function isWritten(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "" && !moment.test(value);
  if (typeof value === "object" && value !== null) return Object.values(value).some(isWritten);
  return false;
}
