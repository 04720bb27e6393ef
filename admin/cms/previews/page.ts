import type { Draft } from "./draft.ts";
import { article, body, line, title } from "./parts.ts";

export const pagePreview = (draft: Draft) =>
  article(title(draft.text("title")), line("summary", draft.text("summary")), body(draft));
