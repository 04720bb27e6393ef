import { entryAddress } from "../../../src/content-model/entry-kinds.ts";
import { entryForms } from "../../../src/content-model/entry-schemas.ts";
import { collectionName, editAddress } from "../../../src/editorial/collection-name.ts";
import { articleAddress } from "../../../src/editorial/form-beginnings.ts";
import { entryStateName, type EntryState, type FoundEntry } from "../../../src/editorial/desk-answers.ts";
import { fileOf } from "../../../src/editorial/take-down/entry-at.ts";
import { shortDate } from "../../shared/time.ts";
import { siteOf, useDesk } from "../desk.ts";
import { addressOf } from "../route.ts";
import { ChooseBox } from "../take-down/choose-box.tsx";

const toneOf: Record<EntryState, string> = {
  "dang-hien": "go",
  "hen-gio": "done",
  "da-go": "stop",
  "het-han": "stop",
  "cho-duyet": "wait",
  "cho-dang": "go",
  "tra-lai": "stop",
  "dang-soan": "wait",
};

/** What readers can look at: a withdrawn page tells them so. */
const seen: readonly EntryState[] = ["dang-hien", "da-go", "het-han"];

/** Kinds that can be taken down with others. */
const isDown: ReadonlySet<string> = new Set(["news", "document"]);

/** One entry that was found: its title opens it in the CMS, beside it are its page and its submissions. */
export function ResultRow({ result, choosing }: { result: FoundEntry; choosing: boolean }) {
  const { settings } = useDesk();
  const { kind, slug, versions } = result;
  const place = {
    kind,
    site: result.site,
    slug,
    ...(result.year === undefined ? {} : { year: result.year }),
  };
  const site = siteOf(settings, result.site);
  const section = site?.sections.find(({ id }) => id === result.section)?.name;
  const edit = editAddress({ collection: collectionName(place), slug });
  const address = entryAddress(place);
  const isSeen = versions.some(({ state }) => seen.includes(state));
  const isLive = versions.some(({ state }) => state === "dang-hien");
  return (
    <li class="row result">
      <div class="row-head">
        {choosing && isDown.has(kind) && isLive && <ChooseBox file={fileOf(place)} title={result.title} />}
        <a class="row-title" href={edit}>
          {result.title}
        </a>
      </div>
      <p class="row-meta">
        <span>{entryForms[kind].singular}</span>
        {site && <span>{site.shortName}</span>}
        {section && <span>{section}</span>}
        {result.byline && <span>{result.byline}</span>}
        {result.date && <time dateTime={result.date}>{shortDate(result.date)}</time>}
      </p>
      <p class="excerpt">
        {result.excerpt.map((part, index) =>
          part.found ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
        )}
      </p>
      <p class="result-links">
        {versions.map(({ state, submission, author }) =>
          submission === undefined ? (
            <span key="main" class="mark" data-tone={toneOf[state]}>
              {entryStateName[state]}
            </span>
          ) : (
            <a
              key={submission}
              class="mark"
              data-tone={toneOf[state]}
              href={addressOf({ page: "submission", number: submission })}
            >
              {entryStateName[state]}: bài gửi số {submission}
              {author ? ` của ${author}` : ""}
            </a>
          ),
        )}
        {site && address && isSeen && (
          <a href={new URL(address, site.address).href} target="_blank" rel="noopener">
            Xem trên trang
          </a>
        )}
        {kind === "document" && isLive && (
          <a href={articleAddress(place, new Date())}>Viết tin về văn bản này</a>
        )}
      </p>
    </li>
  );
}
