import type { Draft } from "./draft.ts";
import { article, body, figure, line, title } from "./parts.ts";

export const dossierPreview = (draft: Draft) =>
  article(
    line("section", "Chuyên đề"),
    title(draft.text("title")),
    line("summary", draft.text("summary")),
    draft.isOn("closed") ? line("notice", "Chuyên đề đã khép lại.") : null,
    figure(draft, "cover", draft.text("cover"), draft.text("coverAlt")),
    body(draft),
    draft.texts("tags").length > 0
      ? line("later", `Ở đây là các bài có từ khoá ${draft.texts("tags").join(", ")}.`)
      : null,
  );
