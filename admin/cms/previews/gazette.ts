import { shownDay } from "../../shared/time.ts";
import type { Draft } from "./draft.ts";
import { article, body, headedList, line, title } from "./parts.ts";

export const gazettePreview = (draft: Draft) =>
  article(
    line("section", `Phát hành ngày ${shownDay(draft.text("publishedOn"))}`),
    title(draft.text("title")),
    headedList("Văn bản đăng trong số này", draft.texts("documents")),
    body(draft),
  );
