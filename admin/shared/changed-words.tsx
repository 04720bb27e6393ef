import type { Part } from "../../src/editorial/changes.ts";

/** Text with what came and went marked; plainly where all of it is new or all of it goes. */
export function Words({ parts, plain }: { parts: readonly Part[]; plain: boolean }) {
  if (plain) return <>{parts.map((part) => part.text).join("")}</>;
  return (
    <>
      {parts.map((part, index) => {
        if (part.kind === "added") return <ins key={index}>{part.text}</ins>;
        if (part.kind === "removed") return <del key={index}>{part.text}</del>;
        return <span key={index}>{part.text}</span>;
      })}
    </>
  );
}
