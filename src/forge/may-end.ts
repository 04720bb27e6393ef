import type { ForgeContext } from "./context.ts";
import { Refusal } from "./refusal.ts";

/** Refuses to take a submission away from those who wrote it: its writers may, and whoever answers for submissions. */
export async function requireMayEnd(
  forge: ForgeContext,
  { ref, login }: { ref: string; login: string },
): Promise<void> {
  const movers = forge.moves.moversOf(ref);
  const opener = forge.pulls.openOf(ref)?.openedBy;
  if (movers.includes(login) || opener === login || (movers.length === 0 && opener === undefined)) return;
  const { maintain, admin } = await forge.permissions(login);
  if (maintain || admin) return;
  throw new Refusal(403, "Chỉ người viết bài này hoặc người duyệt mới bỏ được bài.");
}
