import { useRef } from "preact/hooks";
import type { DeskSettings } from "../../../src/editorial/cms-config.ts";
import { readCollectionName, type EntryPlace } from "../../../src/editorial/collection-name.ts";
import { articleAddress } from "../../../src/editorial/form-beginnings.ts";
import { blocking } from "../../../src/editorial/finding.ts";
import { currentReport, situationName, situationOf } from "../../../src/editorial/submission-view.ts";
import { nameOf, verdictFor } from "../../../src/editorial/verdict.ts";
import type { Github } from "../../shared/github.ts";
import { FindingList } from "../../shared/finding-list.tsx";
import type { DraftKeeper } from "../drafts/keep-drafts.ts";
import type { Place } from "../place.ts";
import { HandIn } from "./hand-in.tsx";
import { HoldersLine } from "./holders-line.tsx";
import { WordImport } from "./word-import.tsx";
import { useSubmission, type Known } from "./use-submission.ts";

interface Props {
  place: Exclude<Place, { kind: "list" }>;
  github: Github;
  login: string;
  desk: DeskSettings;
  drafts: DraftKeeper;
  /** Lets the CMS know that an entry is handed in. */
  onHandedIn: (entry: EntryPlace) => void;
}

/** How far the open entry is and what its editor does next. */
export function SubmissionLine({ place, ...rest }: Props) {
  if (place.kind === "new") {
    return (
      <div class="bar-line">
        <p>Bài mới. Bấm «Lưu» để giữ bài trên máy chủ và được kiểm tra.</p>
        {readCollectionName(place.collection)?.kind === "news" && <WordImport drafts={rest.drafts} />}
      </div>
    );
  }
  return <EntryLines entry={place} {...rest} />;
}

type EntryProps = Omit<Props, "place"> & { entry: EntryPlace };

function EntryLines(props: EntryProps) {
  const { entry, github, ...rest } = props;
  const known = useSubmission(github, entry);
  return (
    <>
      <HoldersLine
        entry={entry}
        known={known}
        desk={rest.desk}
        login={rest.login}
        hasChanges={rest.drafts.hasChanges}
      />
      <EntryLine known={known} {...props} />
    </>
  );
}

function EntryLine({ known, entry, github, login, drafts, onHandedIn }: EntryProps & { known: Known }) {
  const wasOpen = useWasOpen(known);
  if (known === undefined) return <div class="bar-line" aria-busy="true" />;
  if (known === "none") {
    return (
      <div class="bar-line">
        <p>Đây là bản đang đăng. Sửa rồi bấm «Lưu» để gửi phần sửa.</p>
        <Ways entry={entry} />
      </div>
    );
  }
  const { submission, portal } = known;
  const { view, preview, live, pull } = submission;
  const situation = situationOf(view, portal);
  const verdict = verdictFor(view, portal, login);
  const findings = currentReport(view)?.findings ?? [];
  const blocks = blocking(findings).length;
  const word = submission.comments.findLast(({ user, body }) => user && user.login !== login && body.trim());
  const ended = view.state !== "open";
  return (
    <div class="bar-line" data-tone={verdict.tone}>
      <div role="status">
        <span class="bar-chip" data-situation={situation}>
          {situationName[situation]}
        </span>
        <p>{situation === "draft" ? draftAdvice(blocks) : `${verdict.headline} ${verdict.detail}`}</p>
      </div>
      <span class="bar-links">
        {ended && wasOpen && (
          <button
            type="button"
            onClick={() => {
              location.reload();
            }}
          >
            Tải lại để sửa tiếp
          </button>
        )}
        {(situation === "draft" || situation === "returned") && (
          <HandIn
            hasChanges={drafts.hasChanges}
            labels={view.labels}
            blocked={blocks > 0}
            mark={async (labels) => {
              await github.setLabels(pull.number, labels);
              onHandedIn(entry);
            }}
          />
        )}
        {live.map(({ host, url }) => (
          <a key={url} href={url} target="_blank" rel="noopener">
            {host}
          </a>
        ))}
        {preview && !ended && (
          <a href={preview} target="_blank" rel="noopener">
            Xem trước
          </a>
        )}
        <a href={`/duyet/#/bai/${String(pull.number)}`}>Bài gửi số {pull.number}</a>
      </span>
      {ended && <Ways entry={entry} />}
      {word && !ended && (
        <p class="bar-word">
          <strong>Góp ý của {nameOf(portal, word.user?.login ?? "")}:</strong> {word.body}
        </p>
      )}
      {findings.length > 0 && (
        <details open={blocks > 0}>
          <summary>
            {blocks > 0 ? `${String(blocks)} chỗ cần sửa` : `${String(findings.length)} điều nên xem lại`}
          </summary>
          <FindingList findings={findings} />
        </details>
      )}
    </div>
  );
}

/** Where somebody may go on from a published entry: from a document to its news, from a draft to what people say of it. */
function Ways({ entry: { collection, slug } }: { entry: EntryPlace }) {
  const place = readCollectionName(collection);
  if (place?.kind === "document")
    return (
      <span class="bar-links">
        <a href={articleAddress({ ...place, slug }, new Date())}>Viết tin về văn bản này</a>
      </span>
    );
  if (place?.kind === "consultation")
    return (
      <span class="bar-links">
        <a href={`/duyet/#/gop-y/${place.site}/${place.year ?? ""}/${slug}`}>Góp ý của người dân</a>
      </span>
    );
  return null;
}

function draftAdvice(blocks: number): string {
  return blocks > 0
    ? "Sửa các chỗ dưới đây rồi bấm «Lưu»; hết lỗi thì bấm «Gửi duyệt»."
    : "Đã lưu trên máy chủ. Viết xong thì bấm «Gửi duyệt».";
}

/** Whether the submission was open when this page first saw it: Decap then does not know yet that it ended. */
function useWasOpen(known: Known): boolean {
  const first = useRef<boolean>(undefined);
  if (typeof known === "object") first.current ??= known.submission.view.state === "open";
  return first.current ?? false;
}
