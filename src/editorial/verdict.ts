import type { Portal } from "../content-model/portal.ts";
import { admit } from "./admission.ts";
import { approversOf, mayApprove, personOf } from "./rights.ts";
import { currentReport, isBlocked, lastReturn, situationOf, type SubmissionView } from "./submission-view.ts";

/** What a person may do with a submission now. */
export type Action = "approve" | "approve-and-publish" | "publish" | "return";

/** The first line of a submission's page: may it be published now, and if not, why. */
export interface Verdict {
  tone: "go" | "wait" | "stop" | "done";
  headline: string;
  /** What happens next or what is missing. */
  detail: string;
  actions: Action[];
}

/** Judges a submission for the person who looks at it. The forge judges again when it merges; this tells people beforehand. */
export function verdictFor(view: SubmissionView, portal: Portal, login: string): Verdict {
  switch (situationOf(view, portal)) {
    case "abandoned":
      return say("done", "Bài gửi đã được bỏ.", "Không có gì được đăng.");
    case "published":
      return view.withdraws
        ? say("done", "Đã gỡ bài.", "Địa chỉ của bài hiện thông báo đã gỡ trên tất cả máy chủ.")
        : say("done", "Đã đăng.", "Người đọc xem được trên tất cả máy chủ.");
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
      return returned(view, portal, login);
    case "draft":
      return say(
        "wait",
        "Bản nháp, chưa gửi duyệt.",
        isWriter(view, login)
          ? "Viết xong, mở bài trong trang biên tập và đổi trạng thái thành «Chờ duyệt»."
          : "Tác giả còn đang viết.",
      );
    case "waiting":
    case "approved":
      return awaiting(view, portal, login);
  }
}

function awaiting(view: SubmissionView, portal: Portal, login: string): Verdict {
  const approver = mayApprove(portal, login, view.paths);
  const returnable: Action[] = approver && view.author !== login ? ["return"] : [];
  const blocked = isBlocked(view);
  if (blocked === undefined)
    return say("wait", "Đang kiểm tra.", "Kết quả hiện ra sau vài giây.", returnable);
  if (blocked) {
    const headline = `${view.check?.description ?? "Cần sửa trước khi đăng"}.`;
    const detail = approver
      ? "Xem các lỗi bên dưới; trả lại để tác giả sửa."
      : "Sửa các lỗi bên dưới rồi lưu; bài được kiểm tra lại ngay.";
    return say("stop", headline, detail, returnable);
  }
  if (admitted(view, portal, login, []))
    return say(
      "go",
      view.withdraws ? "Đã duyệt, gỡ được ngay." : "Đã duyệt, đăng được ngay.",
      approvedBy(view, portal),
      ["publish", ...returnable],
    );
  if (!approver) return forOthers(view, portal);
  if (isWriter(view, login)) {
    return say(
      "stop",
      "Không tự duyệt bài mình viết hoặc sửa.",
      `Cần một người duyệt khác${namesOf(others(view, portal))}.`,
      returnable,
    );
  }
  return admitted(view, portal, login, [login])
    ? say("go", ...readyWords(view), ["approve-and-publish", "approve", ...returnable])
    : say("stop", "Chưa đăng được.", reasonFor(view, portal, login), returnable);
}

function readyWords(view: SubmissionView): [headline: string, detail: string] {
  return view.withdraws
    ? ["Gỡ được ngay khi bạn duyệt.", "Bài gửi này gỡ bài đã đăng."]
    : ["Đăng được ngay khi bạn duyệt.", "Không có lỗi nào chặn đăng."];
}

function forOthers(view: SubmissionView, portal: Portal): Verdict {
  const people = others(view, portal);
  if (situationOf(view, portal) === "approved")
    return say("wait", "Đã duyệt, chờ đăng.", `${approvedBy(view, portal)} Người duyệt sẽ đăng.`);
  if (view.paths.length === 0)
    return say("wait", "Chưa có gì để duyệt.", "Bài gửi không đổi gì so với bản đang đăng.");
  return people.length > 0
    ? say("wait", "Đang chờ duyệt.", `Người duyệt${namesOf(people)}.`)
    : say(
        "stop",
        "Chưa có ai duyệt được bài này.",
        "Bài đổi những phần thuộc nhiều người phụ trách; hãy tách thành nhiều bài gửi.",
      );
}

function returned(view: SubmissionView, portal: Portal, login: string): Verdict {
  const last = lastReturn(view);
  const who = last ? nameOf(portal, last.login) : "Người duyệt";
  const reason = last?.body ?? "";
  // A save after the return: its author has begun to mend, and may think that saving hands it in.
  if (!last || last.commit === view.head) return say("stop", `${who} đã trả lại bài này.`, reason);
  const next = isWriter(view, login) ? "Đã sửa xong thì chọn «Chờ duyệt»." : "Tác giả đang sửa.";
  return say("stop", `${who} đã trả lại bài này.`, [closed(reason), next].filter(Boolean).join(" "));
}

/** A text that ends as a sentence does, so that another may follow. */
const closed = (text: string) => (/[^.!?…]$/.test(text.trimEnd()) ? `${text.trimEnd()}.` : text.trimEnd());

/** Asks the forge's own rule, as if this person merged now with these approvals added. */
function admitted(view: SubmissionView, portal: Portal, login: string, extra: readonly string[]): boolean {
  return decision(view, portal, login, extra).admitted;
}

function reasonFor(view: SubmissionView, portal: Portal, login: string): string {
  const result = decision(view, portal, login, [login]);
  return result.admitted ? "" : result.reason;
}

function decision(view: SubmissionView, portal: Portal, login: string, extra: readonly string[]) {
  const standing = view.reviews
    .filter((review) => review.verdict === "approved")
    .map((review) => ({ login: review.login, commit: review.commit }));
  return admit(
    {
      head: view.head,
      paths: view.paths,
      writers: view.writers,
      approvals: [...standing, ...extra.map((person) => ({ login: person, commit: view.head }))],
      mergedBy: login,
    },
    portal,
    currentReport(view)?.findings ?? [],
  );
}

function approvedBy(view: SubmissionView, portal: Portal): string {
  const names = view.reviews
    .filter((review) => review.verdict === "approved" && review.commit === view.head)
    .map((review) => nameOf(portal, review.login));
  return `${[...new Set(names)].join(", ")} đã duyệt bản này.`;
}

function others(view: SubmissionView, portal: Portal) {
  return approversOf(portal, view.paths).filter((person) => !view.writers.includes(person.login));
}

const namesOf = (people: readonly { name: string }[]) =>
  people.length > 0 ? `: ${people.map(({ name }) => name).join(", ")}` : "";

const isWriter = (view: SubmissionView, login: string) =>
  view.author === login || view.writers.includes(login);

/** How people are called on the pages; the login where the portal does not know them. */
export function nameOf(portal: Portal, login: string): string {
  return personOf(portal, login)?.name ?? login;
}

function say(tone: Verdict["tone"], headline: string, detail: string, actions: Action[] = []): Verdict {
  return { tone, headline, detail, actions };
}
