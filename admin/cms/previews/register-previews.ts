import type { EntryKindName } from "../../../src/content-model/entry-kinds.ts";
import { readCollectionName } from "../../../src/editorial/collection-name.ts";
import type { CmsConfig } from "../../../src/editorial/cms-config.ts";
import type { Decap, Element } from "../decap.ts";
import { consultationPreview } from "./consultation.ts";
import { documentPreview } from "./document.ts";
import { dossierPreview } from "./dossier.ts";
import { readDraft, type Draft } from "./draft.ts";
import { gazettePreview } from "./gazette.ts";
import { newsPreview } from "./news.ts";
import { pagePreview } from "./page.ts";
import { personPreview } from "./person.ts";
import { piecePreview } from "./piece.ts";
import previewStyle from "./preview.css?inline";
import { questionPreview } from "./question.ts";
import { unitPreview } from "./unit.ts";
import { weekPreview } from "./week.ts";

/** How each kind of entry looks beside its form; an ad has no page to show. */
const previews: Readonly<Partial<Record<EntryKindName, (draft: Draft) => Element>>> = {
  news: newsPreview,
  page: pagePreview,
  dossier: dossierPreview,
  document: documentPreview,
  piece: piecePreview,
  unit: unitPreview,
  person: personPreview,
  week: weekPreview,
  consultation: consultationPreview,
  gazette: gazettePreview,
  question: questionPreview,
};

/** Shows an entry, while it is written, much as readers will see it; the exact preview comes with the checks. */
export function registerPreviews(cms: Decap, config: CmsConfig): void {
  cms.registerPreviewStyle(previewStyle, { raw: true });
  for (const { name, fields } of config.collections) {
    const kind = readCollectionName(name)?.kind;
    const preview = kind && previews[kind];
    if (preview) cms.registerPreviewTemplate(name, (props) => preview(readDraft(props, fields)));
  }
}
