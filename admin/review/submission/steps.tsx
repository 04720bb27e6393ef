import type { ShownStep } from "../../../src/editorial/verdict.ts";

const name: Record<ShownStep["kind"], string> = { first: "Người duyệt", higher: "Lãnh đạo duyệt" };

/** The two approvals that a submission needs: who has given one, who may give the other, who asked for it. */
export function Steps({ steps }: { steps: readonly ShownStep[] }) {
  return (
    <ol class="steps" aria-label="Các bước duyệt">
      {steps.map(({ kind, by, may, because }) => (
        <li key={kind} data-done={by !== undefined}>
          <p>
            <strong>{name[kind]}</strong>
            <span>{by === undefined ? "chưa duyệt" : `${by} đã duyệt`}</span>
          </p>
          {because && <p class="quiet">{because}</p>}
          {by === undefined && (
            <p class="quiet">
              {may.length > 0 ? `Duyệt được: ${may.join(", ")}` : "Chưa có ai duyệt được bước này."}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
