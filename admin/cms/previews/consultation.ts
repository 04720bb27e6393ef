import { shownDay } from "../../shared/time.ts";
import type { Draft } from "./draft.ts";
import { article, body, facts, headedList, line, title } from "./parts.ts";

export const consultationPreview = (draft: Draft) =>
  article(
    line("section", `Lấy ý kiến đến hết ${shownDay(draft.text("closesOn"))}`),
    title(draft.text("title")),
    facts([
      ["Cơ quan soạn thảo", draft.text("unit")],
      ["Loại văn bản", draft.choice("type")],
      ["Lĩnh vực", draft.choice("field")],
      ["Từ ngày", shownDay(draft.text("openedOn"))],
      ["Kết quả", draft.text("outcome")],
    ]),
    headedList(
      "Tệp đính kèm",
      draft.items("attachments").map(({ label, file }) => label ?? file ?? ""),
    ),
    body(draft, "Những điểm chính"),
  );
