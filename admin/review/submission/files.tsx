import { shownSize } from "../../../src/content-model/library-files.ts";
import type { FileChange } from "./load-changes.ts";

/** The documents and recordings that come, go or change, to be opened on the approver's own machine. */
export function Files({ changes }: { changes: FileChange[] | undefined }) {
  const files = changes?.filter((change) => change.kind === "file") ?? [];
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="files">
      <h2 id="files">Tệp</h2>
      <ul class="files">
        {files.map(({ path, before, after, size }) => (
          <li key={path}>
            <a href={after ?? before ?? ""} download={path.split("/").at(-1) ?? path}>
              {path.split("/").at(-1)}
            </a>{" "}
            <span class="quiet">
              {after ? (before ? "tệp được thay" : "tệp mới") : "bị xoá"}, {shownSize(size)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
