import type { Letter, LetterPart } from "../mail/letter.ts";
import type { AnswerLinks } from "../notices/letters.ts";
import type { Received } from "./intake-store.ts";

const follow = ({ code }: Received, receipt: string): LetterPart => ({
  label: `Xem bài đang ở bước nào (biên nhận ${code})`,
  link: receipt,
});

/** To who sent a piece: it has arrived. */
export function receiptLetter(piece: Received, receipt: string): Letter {
  return {
    subject: `Đã nhận bài: ${piece.title} (${piece.code})`,
    parts: [
      `Tòa soạn đã nhận bài «${piece.title}». Số biên nhận: ${piece.code}.`,
      "Biên tập viên sẽ đọc và liên hệ khi cần hỏi thêm. Khi bài được đăng, bạn sẽ nhận thư có địa chỉ bài.",
      follow(piece, receipt),
    ],
  };
}

/** To who sent a piece: readers see it. */
export function publishedLetter(
  piece: Received,
  links: readonly LetterPart[],
  { receipt, answers }: { receipt: string; answers: AnswerLinks },
): Letter {
  return {
    subject: `Đã đăng bài: ${piece.title} (${piece.code})`,
    parts: [
      `Bài «${piece.title}» đã được đăng:`,
      ...links,
      "Xin đọc lại bài trên trang, rồi chọn một trong hai:",
      { label: "Bài đã đúng: xác nhận", link: answers.confirm },
      { label: "Có chỗ chưa đúng: đề nghị đính chính", link: answers.correct },
      follow(piece, receipt),
    ],
  };
}

/** To who asked for a correction: it is made. */
export function correctedLetter(title: string, asked: string): Letter {
  return {
    subject: `Đã đính chính: ${title}`,
    parts: [
      `Bài «${title}» đã được đính chính theo đề nghị của bạn:`,
      { quote: asked },
      "Trên trang của bài có mục «Đính chính» ghi chỗ đã sai và chỗ đúng. Cảm ơn bạn.",
    ],
  };
}

/** To who asked for a correction: why none is made. */
export function declinedLetter(title: string, asked: string, reason: string): Letter {
  return {
    subject: `Về đề nghị đính chính: ${title}`,
    parts: [
      `Cảm ơn bạn đã đọc bài «${title}» và đề nghị:`,
      { quote: asked },
      "Tòa soạn đã xem lại và trả lời:",
      { quote: reason },
    ],
  };
}

/** To who sent a piece: it is not used, and why. */
export function unusedLetter(piece: Received, receipt: string): Letter {
  return {
    subject: `Về bài đã gửi: ${piece.title} (${piece.code})`,
    parts: [
      `Cảm ơn bạn đã gửi bài «${piece.title}». Tòa soạn chưa sử dụng bài này.`,
      ...(piece.reason === "" ? [] : ["Lời nhắn của tòa soạn:", { quote: piece.reason }]),
      follow(piece, receipt),
    ],
  };
}
