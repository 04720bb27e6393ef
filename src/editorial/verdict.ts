import type { Portal } from "../content-model/portal.ts";
import { clockAndDay } from "../foundation/vietnam-time.ts";
import { approversIn, stepsWith } from "./approval-steps.ts";
import { awaiting, stepsShown } from "./awaiting-verdict.ts";
import { emergencyPublication, type Emergency } from "./emergency.ts";
import { isWriter, missingPeople, namesOf, say, type Look, type Verdict } from "./look.ts";
import { nameOf, newsroomAccount } from "./rights.ts";
import { discussionOf, lastReturn, situationOf, type SubmissionView } from "./submission-view.ts";
import { calendarOf } from "./working-time.ts";

export type { Action, ShownStep, Verdict } from "./look.ts";
export { nameOf } from "./rights.ts";

/** Judges a submission for the person who looks at it. The forge judges again when it merges; this tells people beforehand. */
export function verdictFor(
  view: SubmissionView,
  portal: Portal,
  login: string,
  at = new Date().toISOString(),
): Verdict {
  const look: Look = { view, discussion: discussionOf(view), portal, login, at };
  switch (situationOf(view, portal)) {
    case "abandoned":
      return say("done", "Bài gửi đã được bỏ.", "Không có gì được đăng.");
    case "published":
      return published(look);
    case "publishing":
      return say(
        "wait",
        "Đang đăng.",
        view.publication?.description ?? "Đang dựng trang và đưa lên các máy chủ.",
      );
    case "stuck":
      return say(
        "stop",
        "Đã duyệt nhưng đăng chưa xong.",
        view.publication?.description ?? "Hãy báo quản trị hệ thống.",
      );
    case "returned":
      return returned(look);
    case "draft":
      if (isUntaken(view))
        return say(
          "wait",
          "Bài từ bên ngoài gửi đến, chưa ai nhận.",
          "Ai mở trong trang biên tập và lưu thì nhận biên tập bài này.",
        );
      return say(
        "wait",
        "Bản nháp, chưa gửi duyệt.",
        isWriter(view, login)
          ? "Viết xong, mở bài trong trang biên tập và bấm «Gửi duyệt»."
          : "Tác giả còn đang viết.",
      );
    case "waiting":
    case "approved":
      return { ...awaiting(look), ...stepsShown(look) };
  }
}

/** Whether a piece from outside is as it came: nobody of the newsroom has written any of it yet. */
export function isUntaken({ author, writers }: Pick<SubmissionView, "author" | "writers">): boolean {
  return [author, ...writers].every((login) => login === newsroomAccount.login);
}

/** The emergency publication that waits for an approval afterwards; undefined where there is none. */
export function openEmergency(view: SubmissionView, portal: Portal): Emergency | undefined {
  if (!view.merge || view.afterwards?.state === "success") return undefined;
  const calendar = view.calendar ?? calendarOf(portal, []);
  const emergency = emergencyPublication(discussionOf(view), view.merge, portal, calendar);
  return emergency?.approvers.length === 0 ? emergency : undefined;
}

function published(look: Look): Verdict {
  const { view, portal, at } = look;
  const emergency = openEmergency(view, portal);
  if (emergency) return afterEmergency(look, emergency);
  const publishAt = view.schedule?.publishAt;
  if (view.withdraws)
    return say("done", "Đã gỡ bài.", "Địa chỉ của bài hiện thông báo đã gỡ trên tất cả máy chủ.");
  if (publishAt !== undefined && Date.parse(publishAt) > Date.parse(at))
    return say("done", "Đã duyệt, chờ đến giờ đăng.", `Bài tự hiện lúc ${clockAndDay(publishAt)}.`);
  return say(
    "done",
    "Đã đăng.",
    view.afterwards?.state === "success"
      ? `Người đọc xem được trên tất cả máy chủ. Đăng khẩn: ${lowerFirst(view.afterwards.description)}.`
      : "Người đọc xem được trên tất cả máy chủ.",
  );
}

function afterEmergency(look: Look, emergency: Emergency): Verdict {
  const { view, discussion, portal, login, at } = look;
  const overdue = Date.parse(at) > Date.parse(emergency.due);
  const after = stepsWith(discussion, portal, login, at);
  const may = approversIn(after).some((approver) => approver.login === login);
  const given = discussion.approvals.some((one) => one.login === login && one.commit === view.head);
  const people = missingPeople(look);
  const did = view.withdraws ? "gỡ" : "đăng";
  return say(
    overdue ? "stop" : "wait",
    `${view.withdraws ? "Gỡ" : "Đăng"} khẩn, ${overdue ? "quá hạn duyệt sau" : "chờ duyệt sau"}.`,
    [
      `${nameOf(portal, emergency.by)} ${did} lúc ${clockAndDay(emergency.at)}: «${emergency.reason}»`,
      `Hạn duyệt hoặc ${view.withdraws ? "đăng lại" : "gỡ"}: ${clockAndDay(emergency.due)}.`,
      people.length > 0 ? `Người duyệt được${namesOf(people)}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
    may && !given ? ["approve-afterwards"] : [],
  );
}

function returned({ view, portal, login }: Look): Verdict {
  const last = lastReturn(view);
  const who = last ? nameOf(portal, last.login) : "Người duyệt";
  const reason = last?.body ?? "";
  // A save after the return: its author has begun to mend, and may think that saving hands it in.
  if (!last || last.commit === view.head) return say("stop", `${who} đã trả lại bài này.`, reason);
  const next = isWriter(view, login) ? "Đã sửa xong thì bấm «Gửi duyệt»." : "Tác giả đang sửa.";
  return say("stop", `${who} đã trả lại bài này.`, [closed(reason), next].filter(Boolean).join(" "));
}

/** A text that ends as a sentence does, so that another may follow. */
const closed = (text: string) => (/[^.!?…]$/.test(text.trimEnd()) ? `${text.trimEnd()}.` : text.trimEnd());

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
