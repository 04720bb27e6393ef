import { createHash } from "node:crypto";
import type { Addresses } from "../addresses.ts";
import { nodeId } from "./user.ts";

/** A label; the forge keeps only names, so id and colour follow from the name. */
export function labelOf(at: Addresses, name: string) {
  const digest = createHash("sha256").update(name).digest();
  return {
    id: digest.readUInt32BE(0),
    node_id: nodeId("Label", name),
    url: `${at.repository}/labels/${encodeURIComponent(name)}`,
    name,
    description: "",
    color: digest.toString("hex", 4, 7),
    default: false,
  };
}
