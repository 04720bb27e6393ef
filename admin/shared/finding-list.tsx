import type { ComponentChildren } from "preact";
import type { Finding } from "../../src/editorial/finding.ts";
import { Offer } from "./offer.tsx";

interface Props {
  findings: readonly Finding[];
  /** What a page lets people do about one of them. */
  under?: (finding: Finding) => ComponentChildren;
}

/** What the checks found, what must be mended first. */
export function FindingList({ findings, under }: Props) {
  const ordered = [...findings].sort((a, b) => Number(b.level === "block") - Number(a.level === "block"));
  return (
    <ul class="findings">
      {ordered.map((finding) => (
        <li key={JSON.stringify(finding)} data-level={finding.level}>
          <span class="finding-level">{levelName(finding)}</span>
          <div>
            <p>
              {finding.label && <strong>{finding.label}: </strong>}
              {finding.message}
              {finding.remedy && !finding.waived && <span class="finding-remedy"> {finding.remedy}</span>}
            </p>
            {finding.offer !== undefined && <Offer text={finding.offer} />}
            {under?.(finding)}
          </div>
        </li>
      ))}
    </ul>
  );
}

function levelName({ level, waived }: Finding): string {
  if (waived) return "Được đăng";
  return level === "block" ? "Phải sửa" : "Nên xem";
}
