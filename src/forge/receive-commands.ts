/** One thing that a push asks for; null stands for "no such ref". */
export interface ReceiveCommand {
  ref: string;
  before: string | null;
  after: string | null;
}

/** What stands at the head of a push. */
export interface ReceiveHead {
  commands: ReceiveCommand[];
  /** What the client can do, in git's words. */
  capabilities: ReadonlySet<string>;
  /** Where the head ends and, if anything is brought, the pack begins, in bytes. */
  end: number;
}

/**
 * Reads the commands at the head of a push, which come as lines each with its length in four hexadecimal digits
 * and end with "0000" (git's protocol-common and pack-protocol). Undefined if any of it is something else or the
 * end is not there: git might read more in it.
 */
export function parseReceiveHead(head: Buffer): ReceiveHead | undefined {
  const commands: ReceiveCommand[] = [];
  const capabilities = new Set<string>();
  for (let at = 0; ;) {
    const digits = head.toString("latin1", at, at + 4);
    if (digits === "0000") return { commands, capabilities, end: at + 4 };
    const length = /^[0-9a-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : 0;
    if (length <= 4 || at + length > head.length) return undefined;
    const [line = "", wishes = ""] = head.toString("utf8", at + 4, at + length).split("\0");
    for (const wish of wishes.trim().split(" ")) capabilities.add(wish);
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
