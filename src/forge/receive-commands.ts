/** One thing that a push asks for; null stands for "no such ref". */
export interface ReceiveCommand {
  ref: string;
  before: string | null;
  after: string | null;
}

/**
 * Reads the commands at the head of a push, which come as lines each with its length in four hexadecimal digits
 * and end with "0000" (git's protocol-common and pack-protocol). A body that is something else holds none.
 */
export function parseReceiveCommands(head: Buffer): ReceiveCommand[] {
  const commands: ReceiveCommand[] = [];
  for (let at = 0; at + 4 <= head.length;) {
    const length = Number.parseInt(head.toString("latin1", at, at + 4), 16);
    if (!(length > 4) || at + length > head.length) break;
    const line = head.toString("utf8", at + 4, at + length).split("\0")[0] ?? "";
    const match = /^([0-9a-f]{40}) ([0-9a-f]{40}) (.+?)\n?$/.exec(line);
    if (match) {
      const [, before = "", after = "", ref = ""] = match;
      commands.push({ ref, before: someObject(before), after: someObject(after) });
    }
    at += length;
  }
  return commands;
}

function someObject(oid: string): string | null {
  return /^0+$/.test(oid) ? null : oid;
}
