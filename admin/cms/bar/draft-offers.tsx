import { useState } from "preact/hooks";
import { entrySchemas } from "../../../src/content-model/entry-schemas.ts";
import { formatEntry } from "../../../src/content-model/entry-file.ts";
import { fields, type EntrySchema } from "../../../src/content-model/field.ts";
import type { DeskSettings } from "../../../src/editorial/cms-config.ts";
import { changesOf, entryName, type EntryChanges } from "../../../src/editorial/changes.ts";
import { readCollectionName } from "../../../src/editorial/collection-name.ts";
import { Words } from "../../shared/changed-words.tsx";
import { showerOf } from "../../shared/shown-value.ts";
import { shortMoment } from "../../shared/time.ts";
import type { DraftKeeper, DraftOffer, OpenForm } from "../drafts/keep-drafts.ts";
import type { Place } from "../place.ts";
import { useDrafts } from "./use-drafts.ts";

interface Props {
  desk: DeskSettings;
  drafts: DraftKeeper;
  place: Place | undefined;
  login: string;
}

/** Offers what was typed and not saved, after a crash or a reload: in its form, or from the lists by a link to it. */
export function DraftOffers({ desk, drafts, place, login }: Props) {
  const { offers, form, works } = useDrafts(drafts, login);
  if (!place || place.kind === "list") return <Elsewhere offers={offers} />;
  const slug = place.kind === "entry" ? place.slug : "";
  if (form?.collection !== place.collection || form.slug !== slug) return null;
  const here = offers.filter((offer) => offer.collection === place.collection && offer.slug === slug);
  return (
    <>
      {!works && (
        <div class="bar-line" data-tone="wait" role="alert">
          <p>
            Trình duyệt này không giữ được bản đang viết dở (hết chỗ hoặc đang ở chế độ ẩn danh). Hãy bấm
            «Lưu» thường xuyên.
          </p>
        </div>
      )}
      {here.map((offer) => (
        <Offer key={offer.id} desk={desk} offer={offer} form={form} drafts={drafts} />
      ))}
    </>
  );
}

interface OfferProps extends Pick<Props, "desk" | "drafts"> {
  offer: DraftOffer;
  form: OpenForm;
}

function Offer({ desk, offer, form, drafts }: OfferProps) {
  const [asked, setAsked] = useState(false);
  const changes = difference(desk, form, offer);
  const at = shortMoment(offer.at);
  const title = entryName(offer.data);
  const labels = changes ? labelsOf(changes) : [];
  return (
    <div class="bar-line" data-tone="wait" role="alert" aria-label="Bản đang viết dở">
      <div>
        <p>
          <strong>
            Còn bản viết dở lúc {at}, chưa lưu{title && form.slug === "" ? `: «${title}»` : ""}.
          </strong>{" "}
          {offer.stale
            ? "Sau đó bài đã có bản mới trên máy chủ. Khôi phục rồi thì chưa lưu đè được: hãy xem chỗ khác nhau, chép phần của bạn vào bản mới."
            : labels.length > 0 && `Khôi phục sẽ thay trong biểu mẫu: ${labels.join(", ")}.`}
        </p>
      </div>
      <span class="bar-links">
        <button
          type="button"
          aria-label={`Khôi phục bản viết dở lúc ${at}`}
          onClick={() => void drafts.restore(offer)}
        >
          Khôi phục
        </button>
        {asked ? (
          <button type="button" data-kind="danger" onClick={() => void drafts.drop(offer.id)}>
            Bỏ hẳn bản này
          </button>
        ) : (
          <button
            type="button"
            data-kind="quiet"
            onClick={() => {
              setAsked(true);
            }}
          >
            Bỏ
          </button>
        )}
      </span>
      {changes && <Difference changes={changes} />}
    </div>
  );
}

/** What restoring would change in the form, word by word. */
function Difference({ changes: { fields, body } }: { changes: EntryChanges }) {
  return (
    <details>
      <summary>Xem chỗ khác nhau</summary>
      <div class="draft-changes">
        <p class="draft-key">
          <ins>Chữ có trong bản viết dở</ins> · <del>chữ đang có trong biểu mẫu</del>
        </p>
        {fields.map(({ key, label, parts }) => (
          <p key={key}>
            <strong>{label}: </strong>
            <Words parts={parts} plain={false} />
          </p>
        ))}
        {body.some(isChanged) && (
          <p>
            <strong>Nội dung:</strong>
          </p>
        )}
        {body.filter(isChanged).map((parts, index) => (
          <p key={index}>
            <Words parts={parts} plain={false} />
          </p>
        ))}
      </div>
    </details>
  );
}

/** Where no form is open: which entries have an unsaved draft. */
function Elsewhere({ offers }: { offers: DraftOffer[] }) {
  if (offers.length === 0) return null;
  return (
    <div class="bar-line" data-tone="wait">
      <p>
        <strong>Trên máy này còn bài viết dở chưa lưu:</strong>
      </p>
      <span class="bar-links">
        {offers.slice(0, 5).map(({ id, collection, slug, data, at }) => (
          <a
            key={id}
            href={
              slug === "" ? `#/collections/${collection}/new` : `#/collections/${collection}/entries/${slug}`
            }
          >
            {entryName(data) || "Bài chưa có tiêu đề"} ({shortMoment(at)})
          </a>
        ))}
      </span>
    </div>
  );
}

const isChanged = (parts: EntryChanges["body"][number]) => parts.some(({ kind }) => kind !== "same");

function difference(desk: DeskSettings, form: OpenForm, offer: DraftOffer): EntryChanges | undefined {
  const collection = readCollectionName(form.collection);
  if (!collection) return undefined;
  const schema: EntrySchema = entrySchemas[collection.kind];
  const show = showerOf(
    schema,
    desk.sites.find(({ id }) => id === collection.site),
  );
  const changes = changesOf(schema, fileOf(form.data), fileOf(offer.data), show);
  // A new form fills in by itself when it is written.
  const isByItself = ({ key }: { key: string }) =>
    form.slug === "" && schema.shape[key] && fields.get(schema.shape[key])?.default === "{{now}}";
  return { ...changes, fields: changes.fields.filter((change) => !isByItself(change)) };
}

function fileOf({ body, ...data }: Record<string, unknown>): string {
  return formatEntry(data, typeof body === "string" ? body : "");
}

function labelsOf({ fields, body }: EntryChanges): string[] {
  return [...fields.map(({ label }) => label), ...(body.some(isChanged) ? ["Nội dung"] : [])];
}
