import { shownDay } from "../../shared/time.ts";
import { element } from "../decap.ts";
import type { Draft } from "./draft.ts";
import { article, body, facts, figure, headedList, line, title } from "./parts.ts";

export const personPreview = (draft: Draft) =>
  article(
    element(
      "div",
      { className: "portrait" },
      figure(draft, "portrait", draft.text("portrait"), draft.text("portraitAlt")),
    ),
    title(draft.text("title")),
    line("summary", draft.text("position")),
    draft.isOn("left")
      ? line("notice", `Ông/bà ${draft.text("title")} đã thôi giữ chức vụ này.`)
      : facts([
          ["Giữ chức vụ từ", shownDay(draft.text("since"))],
          ["Điện thoại", draft.text("phone")],
          ["Thư điện tử", draft.text("email")],
          ["Vai trò", draft.isOn("contactOfficer") ? "Đầu mối liên hệ, người phát ngôn" : ""],
        ]),
    headedList("Lĩnh vực phụ trách", draft.texts("responsibilities")),
    body(draft, "Tiểu sử tóm tắt"),
  );
