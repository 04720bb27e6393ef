import type { Content } from "../../content-store/content.ts";
import { sideBySide } from "../../foundation/side-by-side.ts";
import { probeLink, type LinkState } from "./probe-link.ts";
import { linksOf, sortLinks, type SiteLink } from "./site-links.ts";

/** A link that an editor should look at. */
export interface LinkFinding extends SiteLink {
  state: Exclude<LinkState, { kind: "answers" }>;
}

/** Addresses asked at once: a provincial line, and other people's servers. */
const atOnce = 8;

/** Follows every link of the content once; those to pages of our own are looked up and not fetched. */
export async function checkLinks(
  content: Content,
  options: { elsewhere: boolean; request?: typeof fetch },
): Promise<{ links: number; findings: LinkFinding[] }> {
  const links = linksOf(content);
  const { broken, elsewhere } = sortLinks(content, links);
  const findings: LinkFinding[] = broken.map((link) => ({
    ...link,
    state: { kind: "broken", because: "no page of ours has this address" },
  }));
  if (options.elsewhere) {
    await sideBySide(elsewhere, atOnce, async ([url, from]) => {
      const state = await probeLink(url, options.request);
      if (state.kind !== "answers") findings.push(...from.map((link) => ({ ...link, state })));
    });
  }
  return { links: links.length, findings: findings.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

/** What was found as lines to read: broken links first. */
export function reportLinks(findings: readonly LinkFinding[]): string[] {
  const line = ({ file, url, state }: LinkFinding) =>
    state.kind === "moved"
      ? `moved   ${file}\n        ${url}\n        → ${state.to}`
      : `broken  ${file}\n        ${url} (${state.because})`;
  return [
    ...findings.filter(({ state }) => state.kind === "broken"),
    ...findings.filter(({ state }) => state.kind === "moved"),
  ].map(line);
}
