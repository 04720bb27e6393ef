import { Problem } from "../foundation/problem.ts";
import { goLive, sign, type Press, type Published } from "./publish.ts";
import { rollBackRoot } from "./roll-back.ts";

/**
 * Makes an earlier release live again, as a new release on its root: what was withdrawn since stays withdrawn. Publication
 * is held from then on until `lift`: the next one would undo it.
 */
export async function rollBack(
  to: number,
  reason: string,
  press: Press,
): Promise<Omit<Published, "rendered">> {
  const { ledger, store } = press;
  const live = ledger.latest();
  const old = ledger.find(to);
  if (!live || !old || old.manifest.sequence >= live.manifest.sequence || !old.liveAt) {
    const choices = ledger.recent(12).map(({ manifest }) => manifest.sequence);
    throw new Problem(`Release ${String(to)} cannot be made live again.`, {
      remedy: `Choose an earlier one that was live: ${choices.slice(1).join(", ") || "there is none"}.`,
    });
  }
  ledger.hold(reason);
  const { root } = await rollBackRoot(store, {
    now: live.manifest,
    to: old.manifest,
    withdrawnAssets: ledger.withdrawnAssets(),
  });
  const { commit, at } = old.manifest;
  return goLive(await sign({ root }, press, { commit, at, approvals: [], rollbackTo: to }), live, press);
}
