import { shownDay } from "../../shared/time.ts";
import type { Draft } from "./draft.ts";
import { article, body, facts, headedList, line, title } from "./parts.ts";

export const documentPreview = (draft: Draft) =>
  article(
    draft.isOn("withdrawn") ? line("notice", `Văn bản đã gỡ. ${draft.text("withdrawnReason")}`) : null,
    line("section", `${draft.choice("type") || "Chưa chọn loại văn bản"} ${draft.text("number")}`),
    title(draft.text("excerpt")),
    draft.text("expiredOn")
      ? line("notice", `Văn bản hết hiệu lực từ ngày ${shownDay(draft.text("expiredOn"))}.`)
      : null,
    facts([
      ["Số, ký hiệu", draft.text("number")],
      ["Cơ quan ban hành", draft.text("issuer")],
      ["Người ký", draft.text("signerTitle")],
      ["Ngày ban hành", shownDay(draft.text("issuedOn"))],
      ["Ngày có hiệu lực", shownDay(draft.text("effectiveFrom"))],
      ["Lĩnh vực", draft.choice("field")],
    ]),
    headedList(
      "Tệp đính kèm",
      draft
        .items("attachments")
        .filter(({ file }) => file)
        .map(({ label, file }) => `${label ?? ""} (${nameOf(file)})`.replace(/^ \((.*)\)$/, "$1")),
    ),
    body(draft, "Tóm tắt"),
    headedList("Sửa đổi, bổ sung cho", draft.texts("amends")),
    headedList("Thay thế cho", draft.texts("replaces")),
    headedList("Được thay thế bởi", draft.texts("replacedBy")),
  );

const nameOf = (file = "") => file.slice(file.lastIndexOf("/") + 1);
