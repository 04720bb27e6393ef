import { clockAndDay } from "../foundation/vietnam-time.ts";
import { admit, approverName } from "./admission.ts";
import {
  approvalSteps,
  approversIn,
  isComplete,
  isHigherByRule,
  mayGive,
  requestOf,
  stepsWith,
  type Step,
} from "./approval-steps.ts";
import { blocking } from "./finding.ts";
import { isWriter, missingPeople, namesOf, say, type Action, type Look, type Verdict } from "./look.ts";
import { approversOf, mayApprove, nameOf } from "./rights.ts";
import { currentReport, isBlocked, situationOf } from "./submission-view.ts";

/** What may be done with a submission that was handed in and is not merged yet. */
export function awaiting(look: Look): Verdict {
  const { view, discussion, portal, login, at } = look;
  const approver = mayApprove(portal, login, discussion.parts, { at });
  const returnable: Action[] = approver && view.author !== login ? ["return"] : [];
  const blocked = isBlocked(view);
  if (blocked === undefined)
    return say("wait", "Đang kiểm tra.", "Kết quả hiện ra sau vài giây.", returnable);
  if (blocked) {
    const headline = `${view.check?.description ?? "Cần sửa trước khi đăng"}.`;
    const detail = approver
      ? canBeWaived(view)
        ? "Trả lại để tác giả sửa, hoặc ghi lý do cho phép đăng ở phần «Kiểm tra»."
        : "Xem các lỗi bên dưới; trả lại để tác giả sửa."
      : "Sửa các lỗi bên dưới rồi lưu; bài được kiểm tra lại ngay.";
    return say("stop", headline, detail, returnable);
  }
  const rest: Action[] = [...returnable, ...emergencyAction(look)];
  const steps = approvalSteps(discussion, portal);
  if (decision(look, []).admitted && isComplete(steps))
    return say(
      "go",
      view.withdraws ? "Đã duyệt, gỡ được ngay." : "Đã duyệt, đăng được ngay.",
      [approvedBy(look), scheduleWords(look)].filter(Boolean).join(" "),
      ["publish", ...returnable],
    );
  if (!approver) return forOthers(look);
  if (isWriter(view, login)) {
    return say(
      "stop",
      "Không tự duyệt bài mình viết hoặc sửa.",
      `Cần một người duyệt khác${namesOf(missingPeople(look))}.`,
      rest,
    );
  }
  const after = stepsWith(discussion, portal, login, at);
  if (decision(look, [login]).admitted && isComplete(after))
    return say("go", ...readyWords(look), ["approve-and-publish", "approve", ...asking(look), ...rest]);
  if (isComplete(after)) {
    const refusal = decision(look, [login]);
    return say("stop", "Chưa đăng được.", refusal.admitted ? "" : refusal.reason, returnable);
  }
  return betweenSteps(look, after, rest);
}

/** Two approvals are needed, and this person's alone is not enough. */
function betweenSteps(look: Look, after: readonly Step[], rest: readonly Action[]): Verdict {
  const { discussion, login, view } = look;
  const given = discussion.approvals.some((one) => one.login === login && one.commit === view.head);
  const adds = !given && after.some(({ by }) => by?.login === login);
  const missing = missingPeople(look);
  return say(
    adds ? "go" : "wait",
    adds ? "Cần hai bước duyệt; bạn duyệt được một bước." : "Đã duyệt một bước, chờ bước còn lại.",
    adds
      ? "Bài chỉ được đăng khi cả hai bước đã duyệt."
      : missing.length > 0
        ? `Người duyệt được${namesOf(missing)}.`
        : "Chưa có ai duyệt được bước còn lại; hãy báo quản trị hệ thống.",
    [...(adds ? (["approve-step"] as const) : []), ...asking(look), ...rest],
  );
}

/** Asking a higher approver, or taking that back. */
function asking({ discussion, portal, login, at }: Look): Action[] {
  const request = requestOf(discussion, portal);
  const leads = mayApprove(portal, login, discussion.parts, { at, power: "higher" });
  if (request) return request.login === login || leads ? ["ask-higher-no-more"] : [];
  if (leads || isHigherByRule(discussion.parts, portal)) return [];
  const { parts, writers } = discussion;
  const above = approversOf(portal, parts, { at, power: "higher", except: writers });
  return above.some((person) => person.login !== login && !writers.includes(person.login))
    ? ["ask-higher"]
    : [];
}

/** Publishing alone, for whoever may and cannot publish otherwise. */
function emergencyAction({ discussion, portal, login, at }: Look): Action[] {
  const { parts, writers } = discussion;
  if (!mayApprove(portal, login, parts, { at, power: "emergency" })) return [];
  const alone = !writers.includes(login) && isComplete(stepsWith(discussion, portal, login, at));
  return alone ? [] : ["emergency"];
}

function readyWords(look: Look): [headline: string, detail: string] {
  if (look.view.withdraws) return ["Gỡ được ngay khi bạn duyệt.", "Bài gửi này gỡ bài đã đăng."];
  const schedule = scheduleWords(look);
  if (isLater(look, look.view.schedule?.publishAt))
    return ["Duyệt được ngay, bài đăng lúc đã hẹn.", schedule];
  return ["Đăng được ngay khi bạn duyệt.", schedule || "Không có lỗi nào chặn đăng."];
}

/** What the editor's schedule means for who approves now. */
function scheduleWords(look: Look): string {
  const { publishAt, expireAt } = look.view.schedule ?? {};
  return [
    publishAt !== undefined && isLater(look, publishAt)
      ? `Biên tập viên hẹn giờ: bài tự hiện lúc ${clockAndDay(publishAt)}.`
      : "",
    expireAt === undefined
      ? ""
      : isLater(look, expireAt)
        ? `Tự ẩn sau ${clockAndDay(expireAt)}.`
        : `Đã hết hạn hiển thị từ ${clockAndDay(expireAt)}: người đọc sẽ không thấy bài.`,
  ]
    .filter(Boolean)
    .join(" ");
}

const isLater = ({ at }: Look, moment: string | undefined) =>
  moment !== undefined && Date.parse(moment) > Date.parse(at);

function forOthers(look: Look): Verdict {
  const { view, portal } = look;
  if (situationOf(view, portal) === "approved")
    return say("wait", "Đã duyệt, chờ đăng.", `${approvedBy(look)} Người duyệt sẽ đăng.`);
  if (view.paths.length === 0)
    return say("wait", "Chưa có gì để duyệt.", "Bài gửi không đổi gì so với bản đang đăng.");
  const people = missingPeople(look);
  return people.length > 0
    ? say("wait", "Đang chờ duyệt.", `Người duyệt${namesOf(people)}.`)
    : say(
        "stop",
        "Chưa có ai duyệt được bài này.",
        "Bài đổi những phần thuộc nhiều người phụ trách; hãy tách thành nhiều bài gửi.",
      );
}

/** Asks the forge's own rule, as if this person merged now with these approvals added. */
function decision({ view, discussion, portal, login, at }: Look, extra: readonly string[]) {
  const added = extra.map((person) => ({ login: person, commit: view.head, at }));
  const approvals = [...discussion.approvals, ...added];
  return admit(
    { ...discussion, approvals, mergedBy: login, at },
    portal,
    currentReport(view)?.findings ?? [],
  );
}

/** The two approvals in words, where two are needed. */
export function stepsShown({ discussion, portal, at }: Look): Pick<Verdict, "steps"> {
  const steps = approvalSteps(discussion, portal);
  if (steps.length < 2) return {};
  const request = requestOf(discussion, portal);
  const because = request
    ? `${nameOf(portal, request.login)} trình lúc ${clockAndDay(request.at)}${request.text ? `: «${request.text}»` : ""}`
    : "Loại bài này luôn cần lãnh đạo duyệt.";
  return {
    steps: steps.map(({ kind, by }) => ({
      kind,
      by: by && approverName(portal, by),
      may: by ? [] : mayGive(discussion, portal, kind, at).map(({ name }) => name),
      ...(kind === "higher" ? { because } : {}),
    })),
  };
}

function approvedBy({ discussion, portal }: Look): string {
  const names = approversIn(approvalSteps(discussion, portal)).map((one) => approverName(portal, one));
  return `${names.join(", ")} đã duyệt bản này.`;
}

/** Whether an approver's reason is all that is missing: everything that blocks may stand with one. */
function canBeWaived(view: Look["view"]): boolean {
  const blocks = blocking(currentReport(view)?.findings ?? []);
  return blocks.length > 0 && blocks.every(({ waiver }) => waiver !== undefined);
}
