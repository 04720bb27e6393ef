import type { Letter, LetterPart } from "../mail/letter.ts";

/** What every letter about a submission tells of it. */
export interface Subject {
  title: string;
  /** The page of the submission on the desk. */
  page: string;
}

const open = ({ page }: Subject): LetterPart => ({ label: "Mở trang của bài", link: page });

/** To those who may approve it: somebody has handed it in. */
export function waitingLetter(about: Subject, author: string): Letter {
  return {
    subject: `Chờ duyệt: ${about.title}`,
    parts: [`${author} đã gửi duyệt bài «${about.title}».`, open(about)],
    gather: {
      kind: "waiting",
      subject: "{n} bài chờ bạn duyệt",
      intro: "{n} bài vừa được gửi duyệt và đang chờ bạn:",
    },
  };
}

/** To the same people, once it has waited for too long. */
export function overdueLetter(about: Subject, author: string, since: string): Letter {
  return {
    subject: `Quá hạn duyệt: ${about.title}`,
    parts: [`Bài «${about.title}» của ${author} chờ duyệt từ ${since}, đã quá thời hạn xử lý.`, open(about)],
    gather: {
      kind: "overdue",
      subject: "{n} bài chờ duyệt đã quá hạn",
      intro: "{n} bài chờ duyệt đã quá thời hạn xử lý:",
    },
  };
}

/** To who goes on with it from now on. */
export function handedOverLetter(about: Subject, author: string, edit: string | undefined): Letter {
  return {
    subject: `Giao cho bạn: ${about.title}`,
    parts: [
      `Bài «${about.title}» của ${author} được giao cho bạn làm tiếp. Bài nằm ở mục «Bài của bạn».`,
      ...(edit === undefined ? [] : [{ label: "Mở bài để sửa", link: edit }]),
      open(about),
    ],
    gather: {
      kind: "handed",
      subject: "{n} bài được giao cho bạn",
      intro: "{n} bài được giao cho bạn làm tiếp:",
    },
  };
}

/** To its author: it came back, and why. */
export function returnedLetter(
  about: Subject,
  approver: string,
  reason: string,
  edit: string | undefined,
): Letter {
  return {
    subject: `Bài được trả lại: ${about.title}`,
    parts: [
      `${approver} đã trả lại bài «${about.title}»${reason === "" ? "." : " với lời nhắn:"}`,
      ...(reason === "" ? [] : [{ quote: reason }]),
      "Sửa xong, bạn bấm «Lưu» rồi bấm «Gửi duyệt» để gửi lại.",
      ...(edit === undefined ? [] : [{ label: "Mở bài để sửa", link: edit }]),
      open(about),
    ],
  };
}

/** To its author: approved, and waiting for its hour. */
export function scheduledLetter(about: Subject, due: string): Letter {
  return {
    subject: `Đã duyệt, hẹn đăng lúc ${due}: ${about.title}`,
    parts: [
      `Bài «${about.title}» đã được duyệt và tự hiện lúc ${due}. Bạn sẽ nhận thư có địa chỉ bài khi người đọc xem được.`,
      open(about),
    ],
  };
}

/** The two pages on which who reads a published piece again says what they found. */
export interface AnswerLinks {
  confirm: string;
  correct: string;
}

const askForAnswer = ({ confirm, correct }: AnswerLinks): LetterPart[] => [
  "Xin đọc lại bài trên trang, rồi chọn một trong hai:",
  { label: "Bài đã đúng: xác nhận", link: confirm },
  { label: "Có chỗ chưa đúng: đề nghị đính chính", link: correct },
];

/** To its author: readers see it, on every host. */
export function liveLetter(
  about: Subject,
  links: readonly LetterPart[],
  answers: AnswerLinks | undefined,
): Letter {
  return {
    subject: `Đã đăng: ${about.title}`,
    parts: [
      `Bài «${about.title}» đã đăng. Hệ thống đã đọc lại và thấy bài trên mọi máy chủ:`,
      ...links,
      ...(answers ? askForAnswer(answers) : []),
      open(about),
    ],
  };
}

/** To its author: it is gone from the pages. */
export function withdrawnLetter(about: Subject): Letter {
  return {
    subject: `Đã gỡ: ${about.title}`,
    parts: [
      `Bài «${about.title}» đã được gỡ khỏi mọi máy chủ; địa chỉ của bài hiện thông báo đã gỡ.`,
      open(about),
    ],
  };
}

/** A page that somebody took down, or gave back, with others. */
export interface ActedPage {
  title: string;
  /** Where it is, or was, on a host. */
  address: string | undefined;
  /** What readers are told at its address; `""` where it is there again. */
  told: string;
}

/** To whoever wrote some of the pages that were taken down together. */
export function pagesTakenDownLetter(
  about: Subject,
  who: string,
  reason: string,
  pages: readonly ActedPage[],
): Letter {
  const told = [...new Set(pages.flatMap(({ told: words }) => (words === "" ? [] : [words])))];
  return {
    subject: `Đã gỡ ${yours(pages)}`,
    parts: [
      `${who} đã gỡ ${yours(pages)} khỏi trang, với lý do:`,
      { quote: reason },
      ...listed(pages),
      ...told.map((words) => `Ai mở địa chỉ cũ thì đọc thấy: «${words}»`),
      `Không chữ nào bị mất: bài còn nguyên trong kho và đăng lại được. Thấy việc gỡ chưa đúng, bạn hãy trao đổi với ${who}.`,
      open(about),
    ],
  };
}

/** To the same people, once the pages are there again. */
export function pagesGivenBackLetter(
  about: Subject,
  who: string,
  reason: string,
  pages: readonly ActedPage[],
): Letter {
  return {
    subject: `Đã đăng lại ${yours(pages)}`,
    parts: [
      `${who} đã đăng lại ${yours(pages)}, với lý do:`,
      { quote: reason },
      ...listed(pages),
      "Bài hiện lại nguyên như trước khi gỡ.",
      open(about),
    ],
  };
}

function yours(pages: readonly ActedPage[]): string {
  return pages.length === 1 ? `bài của bạn: ${pages[0]?.title ?? ""}` : `${String(pages.length)} bài của bạn`;
}

const listed = (pages: readonly ActedPage[]): LetterPart[] =>
  pages.map(({ title, address }) => (address === undefined ? `«${title}»` : named(title, address)));

const named = (label: string, link: string) => ({ label, link });

/** To author and approvers: who sent the piece, or a reader of the letter above, found something wrong. */
export function correctionLetter(about: Subject, who: string, text: string): Letter {
  return {
    subject: `Đề nghị đính chính: ${about.title}`,
    parts: [`${who} đề nghị đính chính bài «${about.title}»:`, { quote: text }, open(about)],
  };
}

/** To operators: what is approved does not reach readers. */
export function publicationFailedLetter(reason: string, desk: string): Letter {
  return {
    subject: "Báo động: chưa đăng được bài đã duyệt",
    parts: [
      "Bài đã duyệt chưa lên được các máy chủ; người đọc vẫn thấy bản trước đó. Hệ thống tự thử lại. Lý do:",
      { quote: reason },
      "Xem nhật ký của tòa soạn (npm start), rồi chạy npm run verify.",
      { label: "Mở trang duyệt bài", link: desk },
    ],
  };
}

/** To operators: a piece should be there by now. */
export function lateLetter(about: Subject, due: string, links: readonly LetterPart[]): Letter {
  return {
    subject: `Báo động: bài hẹn giờ chưa hiện: ${about.title}`,
    parts: [
      `Bài «${about.title}» hẹn đăng lúc ${due} nhưng chưa đọc được ở:`,
      ...links,
      "Xem nhật ký của tòa soạn (npm start), rồi chạy npm run verify.",
      open(about),
    ],
  };
}
