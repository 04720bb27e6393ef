import type { Draft } from "./draft.ts";
import { article, body, title } from "./parts.ts";

export const pagePreview = (draft: Draft) => article(title(draft.text("title")), body(draft));
