import { isIPv6 } from "node:net";
import type { Context } from "hono";
import { z } from "zod";

const connection = z.object({
  incoming: z.object({ socket: z.object({ remoteAddress: z.string().optional() }) }),
});

/**
 * Who asks, for counting: the address of the other side, or the last one that a proxy in front of us has added. Of an IPv6
 * address the network, since one household has all of it.
 */
export function clientAddress(c: Context, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim() : undefined;
  const known = connection.safeParse(c.env);
  const remote = known.success ? known.data.incoming.socket.remoteAddress : undefined;
  const address = (forwarded ?? remote ?? "local").replace(/^::ffff:/, "");
  return isIPv6(address) ? expanded(address).slice(0, 4).join(":") : address;
}

/** The eight groups of an IPv6 address. */
function expanded(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const [before, after] = [head.split(":").filter(Boolean), (tail ?? "").split(":").filter(Boolean)];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...after];
}
