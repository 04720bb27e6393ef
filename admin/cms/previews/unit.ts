import type { Draft } from "./draft.ts";
import { article, body, facts, line, title } from "./parts.ts";

export const unitPreview = (draft: Draft) =>
  article(
    line("section", draft.choice("kind")),
    title(draft.text("title")),
    line("summary", draft.text("summary")),
    draft.isOn("dissolved") ? line("notice", "Đơn vị này đã giải thể hoặc sáp nhập.") : null,
    facts([
      ["Địa chỉ", draft.text("address")],
      ["Điện thoại", draft.text("phone")],
      ["Thư điện tử", draft.text("email")],
      ["Trang thông tin", draft.text("website")],
      ["Giờ làm việc", draft.text("hours")],
    ]),
    body(draft, "Chức năng, nhiệm vụ"),
  );
