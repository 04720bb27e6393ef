/** One thing that a push asks for; null stands for "no such ref". */
export interface ReceiveCommand {
  ref: string;
  before: string | null;
  after: string | null;
}

/**
 * Reads the commands at the head of a push, which come as lines each with its length in four hexadecimal digits
 * and end with "0000" (git's protocol-common and pack-protocol). Undefined if any of it is something else or the
 * end is not there: git might read more in it.
 */
export function parseReceiveCommands(head: Buffer): ReceiveCommand[] | undefined {
  const commands: ReceiveCommand[] = [];
  for (let at = 0; ;) {
    const digits = head.toString("latin1", at, at + 4);
    if (digits === "0000") return commands;
    const length = /^[0-9a-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : 0;
    if (length <= 4 || at + length > head.length) return undefined;
    const line = head.toString("utf8", at + 4, at + length).split("\0")[0] ?? "";
    const match = /^([0-9a-f]{40}) ([0-9a-f]{40}) ([^\n]+)\n?$/i.exec(line);
    if (match) {
      const [, before = "", after = "", ref = ""] = match;
      commands.push({ ref, before: someObject(before), after: someObject(after) });
    } else if (!/^shallow [0-9a-f]{40}\n?$/i.test(line)) {
      return undefined;
    }
    at += length;
  }
}

function someObject(oid: string): string | null {
  return /^0+$/.test(oid) ? null : oid.toLowerCase();
}
