import { longDate } from "../../shared/time.ts";
import type { Draft } from "./draft.ts";
import { article, body, captionOf, figure, line, title } from "./parts.ts";

export const newsPreview = (draft: Draft) =>
  article(
    draft.isOn("withdrawn") ? line("notice", `Bài đã gỡ. ${draft.text("withdrawnReason")}`) : null,
    line("section", draft.choice("category") || "Chưa chọn chuyên mục"),
    title(draft.text("title")),
    line("date", longDate(draft.text("date"))),
    line("summary", draft.text("summary")),
    ...draft
      .items("corrections")
      .map(({ wrong = "", right = "" }) => line("notice", `Đính chính. Đã viết: ${wrong} Đúng là: ${right}`)),
    figure(
      draft,
      "cover",
      draft.text("cover"),
      draft.text("coverAlt"),
      captionOf(draft.text("coverCaption"), draft.text("coverCredit")),
    ),
    body(draft),
    line("author", draft.text("author")),
    line("source", sourceLine(draft.text("sourceName") || draft.text("unitName"))),
  );

const sourceLine = (name: string) => (name ? `Theo ${name}` : "");
