import { useState } from "preact/hooks";
import { sourceLines, type EntryChanges, type Part } from "../../../src/editorial/changes.ts";
import { Words } from "../../shared/changed-words.tsx";
import type { FileChange } from "./load-changes.ts";

/** What the submission changes, in words; the source for who wants it. */
export function Changes({ changes, total }: { changes: FileChange[] | undefined; total: number }) {
  const [source, setSource] = useState(false);
  const texts = changes?.filter((change) => change.kind === "entry" || change.kind === "text") ?? [];
  return (
    <section aria-labelledby="changes">
      <div class="section-head">
        <h2 id="changes">Thay đổi</h2>
        <label class="toggle">
          <input
            type="checkbox"
            checked={source}
            onChange={(event) => {
              setSource(event.currentTarget.checked);
            }}
          />
          <span>Xem mã nguồn</span>
        </label>
      </div>
      {!changes && <div class="ghost" aria-busy="true" />}
      {changes && texts.length === 0 && <p class="quiet">Không có chữ nào thay đổi.</p>}
      {texts.map((change) =>
        change.kind === "entry" && !source ? (
          <EntryView key={change.path} path={change.path} changes={change.changes} />
        ) : (
          <SourceView key={change.path} path={change.path} before={change.before} after={change.after} />
        ),
      )}
      {changes && total > changes.length && (
        <p class="quiet">Còn {total - changes.length} tệp khác không hiện ở đây.</p>
      )}
    </section>
  );
}

const kindName: Record<EntryChanges["kind"], string> = {
  added: "Bài mới",
  changed: "Sửa bài đã đăng",
  removed: "Xoá bài",
};

function EntryView({ path, changes }: { path: string; changes: EntryChanges }) {
  const { kind, fields, body } = changes;
  return (
    <div class="entry-changes" data-kind={kind}>
      <p class="entry-kind">
        <strong>{kindName[kind]}</strong> <span class="path">{path}</span>
      </p>
      {fields.length > 0 && (
        <dl>
          {fields.map((field) => (
            <div key={field.key}>
              <dt>{field.label}</dt>
              <dd>
                <Words parts={field.parts} plain={kind !== "changed"} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div class="prose">
        {runs(body).map((run) =>
          run.same > 1 ? (
            <details key={run.from}>
              <summary>{run.same} đoạn không đổi</summary>
              {run.paragraphs.map((parts, index) => (
                <p key={index}>
                  <Words parts={parts} plain />
                </p>
              ))}
            </details>
          ) : (
            run.paragraphs.map((parts, index) => (
              <p key={run.from + index}>
                <Words parts={parts} plain={kind !== "changed"} />
              </p>
            ))
          ),
        )}
      </div>
    </div>
  );
}

interface Run {
  from: number;
  /** How many paragraphs in a row did not change. */
  same: number;
  paragraphs: Part[][];
}

/** Puts unchanged paragraphs that follow each other together, so that they can be folded away. */
export function runs(body: readonly Part[][]): Run[] {
  const result: Run[] = [];
  body.forEach((paragraph, index) => {
    const same = paragraph.every((part) => part.kind === "same");
    const last = result.at(-1);
    if (same && last && last.same > 0) {
      last.same++;
      last.paragraphs.push(paragraph);
    } else {
      result.push({ from: index, same: same ? 1 : 0, paragraphs: [paragraph] });
    }
  });
  return result;
}

const sign = { same: " ", added: "+", removed: "−" };

function SourceView({ path, before, after }: { path: string; before: string; after: string }) {
  return (
    <figure class="source">
      <figcaption class="path">{path}</figcaption>
      <pre>
        {sourceLines(before, after).map(({ kind, parts }, index) => (
          <code key={index} data-kind={kind}>
            {sign[kind]} <Words parts={parts} plain={false} />
            {"\n"}
          </code>
        ))}
      </pre>
    </figure>
  );
}
