import type { MainPublication } from "./publish-main.ts";
import type { Press, Published } from "./publish.ts";

/** A publication of which no forge is told: its authors hear of it from the newsroom that starts next. */
export function withoutAuthors(press: Press, log: (line: string) => void): MainPublication {
  return {
    ...press,
    forge: undefined,
    untold: () => undefined,
    published: (release, seconds) => log(told(release, seconds)),
  };
}

/** One line on a release that went live, and one for each host that was left behind. */
export function told({ manifest, changed, rendered, behind }: Published, seconds: number): string {
  return [
    `Release ${manifest.sequence} (${manifest.commit.slice(0, 8)}) is live: ` +
      `${rendered} pages rendered, ${changed.length} files changed, ${seconds.toFixed(2)} s.`,
    ...behind.map(
      ({ name, reason }) => `ALARM: ${name} was left behind and serves an older release: ${reason}`,
    ),
  ].join("\n");
}
