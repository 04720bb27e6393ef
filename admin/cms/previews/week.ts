import { weekDays } from "../../../src/content-model/week.ts";
import { shownDay } from "../../shared/time.ts";
import { element } from "../decap.ts";
import type { Draft } from "./draft.ts";
import { article, body, line, title } from "./parts.ts";

export function weekPreview(draft: Draft) {
  const events = draft.items("events");
  const firstDay = shownDay(draft.text("firstDay"));
  return article(
    line("section", "Lịch công tác"),
    title(draft.text("title")),
    line("date", firstDay && `Từ ngày ${firstDay}`),
    ...weekDays.flatMap((name) => {
      const ofDay = events
        .filter(({ day }) => day === name)
        .sort((a, b) => ((a["start"] ?? "") < (b["start"] ?? "") ? -1 : 1));
      return ofDay.length > 0 ? [element("h2", null, name), ...ofDay.map(shownEvent)] : [];
    }),
    body(draft, "Ghi chú"),
  );
}

function shownEvent(event: Record<string, string>) {
  const { start, end, what, chair, attendees, place, prepares, note, cancelled } = event;
  const around = [
    chair && `Chủ trì: ${chair}`,
    attendees && `Thành phần: ${attendees}`,
    place && `Địa điểm: ${place}`,
    prepares && `Chuẩn bị: ${prepares}`,
    note,
  ].filter(Boolean);
  const time = [start, end].filter(Boolean).join("–");
  return element(
    "p",
    null,
    element("strong", null, `${time} `),
    cancelled ? element("b", { className: "off" }, "Hoãn: ") : null,
    what ?? "",
    around.length > 0 ? element("span", { className: "around" }, around.join(". ")) : null,
  );
}
