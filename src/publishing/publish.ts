import type { Content } from "../content-store/content.ts";
import type { Clock } from "../foundation/clock.ts";
import { Problem } from "../foundation/problem.ts";
import { renderPortal, type RenderingTools } from "../rendering/render-portal.ts";
import type { Target } from "./folder-target.ts";
import type { Ledger } from "./ledger.ts";
import type { ObjectStore } from "./object-store.ts";
import { assembleRelease, changedPaths, type Manifest } from "./release.ts";
import { verifyHost, type PublicHost } from "./verify.ts";

/** What a publication needs. */
export interface Press {
  contentAt: (commit: string) => Promise<Content>;
  rendering: RenderingTools;
  store: ObjectStore;
  targets: readonly Target[];
  hosts: readonly PublicHost[];
  ledger: Ledger;
  clock: Clock;
}

export interface Published {
  manifest: Manifest;
  /** Paths (`<site>/<file>`) whose bytes differ from the release before. */
  changed: string[];
}

/** The runbook: content of a commit, rendered, put on every host, read back from outside, recorded. */
export async function publish(commit: string, press: Press): Promise<Published> {
  const content = await press.contentAt(commit);
  refuseBroken(content);
  const portal = await renderPortal(content, press.rendering);
  const facts = {
    sequence: press.ledger.nextSequence(),
    commit,
    code: press.rendering.compiled.id,
    createdAt: press.clock(),
  };
  const manifest = await assembleRelease(portal, facts, press.store);
  const changed = changedPaths(press.ledger.latest()?.manifest, manifest);
  press.ledger.begin(manifest, press.clock());
  await deploy(manifest, changed, press);
  press.ledger.complete(manifest.sequence, press.clock());
  return { manifest, changed };
}

/** Staged on all hosts before it is live on any; if one of them refuses or serves it wrongly, all go back. */
export async function deploy(
  manifest: Manifest,
  changed: readonly string[],
  press: Pick<Press, "store" | "targets" | "hosts">,
): Promise<void> {
  for (const target of press.targets) await target.stage(manifest, press.store);
  const before = await Promise.all(press.targets.map((target) => target.live()));
  try {
    for (const target of press.targets) await target.activate(manifest);
    for (const host of press.hosts) await verifyHost(host, manifest, changed);
  } catch (error) {
    for (const [index, target] of press.targets.entries()) {
      const previous = before[index];
      if (previous) await target.activate(previous);
    }
    throw error;
  }
}

/** Stops with every problem of the content at once. */
export function refuseBroken(content: Content): void {
  if (content.problems.length === 0) return;
  const lines = content.problems.map(({ file, label, message }) => `  ${file}: ${label}: ${message}`);
  throw new Problem(`Nội dung có ${String(lines.length)} chỗ sai:\n${lines.join("\n")}`, {
    remedy: "Sửa các tệp được nêu; bản đang đăng vẫn giữ nguyên.",
  });
}
