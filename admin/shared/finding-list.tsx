import type { Finding } from "../../src/editorial/finding.ts";

/** What the checks found, what must be mended first. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const ordered = [...findings].sort((a, b) => Number(b.level === "block") - Number(a.level === "block"));
  return (
    <ul class="findings">
      {ordered.map((finding) => (
        <li key={JSON.stringify(finding)} data-level={finding.level}>
          <span class="finding-level">{finding.level === "block" ? "Phải sửa" : "Nên xem"}</span>
          <p>
            {finding.label && <strong>{finding.label}: </strong>}
            {finding.message}
            {finding.remedy && <span class="finding-remedy"> {finding.remedy}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
