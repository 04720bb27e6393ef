import { shownDay } from "../../shared/time.ts";
import { element } from "../decap.ts";
import type { Draft } from "./draft.ts";
import { article, body, line, title } from "./parts.ts";

export function questionPreview(draft: Draft) {
  const asked = [draft.text("asker"), shownDay(draft.text("askedOn"))].filter(Boolean).join(", ");
  const answered = [draft.text("answeredBy"), shownDay(draft.text("answeredOn"))].filter(Boolean).join(", ");
  return article(
    line("section", draft.choice("field")),
    title(draft.text("title")),
    element("h2", null, "Hỏi"),
    ...draft
      .text("question")
      .split(/\n+/)
      .map((words) => line("asked", words)),
    line("date", asked),
    element("h2", null, "Trả lời"),
    body(draft),
    line("author", answered),
  );
}
