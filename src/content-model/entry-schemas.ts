import { adSchema } from "./ad.ts";
import { documentSchema } from "./document.ts";
import { consultationSchema } from "./consultation.ts";
import { gazetteSchema } from "./gazette.ts";
import { dossierSchema } from "./dossier.ts";
import type { EntryKindName } from "./entry-kinds.ts";
import type { EntrySchema } from "./field.ts";
import { newsSchema } from "./news.ts";
import { pageSchema } from "./page.ts";
import { pieceSchema } from "./piece.ts";
import { personSchema } from "./person.ts";
import { unitSchema } from "./unit.ts";
import { questionSchema } from "./question.ts";
import { weekSchema } from "./week.ts";

/** The schema of each kind of entry: form, checks and site come from it. */
export const entrySchemas = {
  news: newsSchema,
  page: pageSchema,
  ad: adSchema,
  dossier: dossierSchema,
  document: documentSchema,
  piece: pieceSchema,
  unit: unitSchema,
  person: personSchema,
  week: weekSchema,
  consultation: consultationSchema,
  gazette: gazetteSchema,
  question: questionSchema,
} satisfies Record<EntryKindName, EntrySchema>;

export type EntrySchemas = typeof entrySchemas;

/** How editors meet a kind of entry beyond its fields. */
export interface EntryForm {
  /** The heading of its list in the CMS. */
  label: string;
  singular: string;
  /** What is said over its list, where that needs a word. */
  advice?: string;
  /** What stands for an entry in a list of the CMS, in Decap's template language. */
  summary: string;
  /** The field that an entry's file name is made from; its title, unless told. */
  namedBy?: string;
  /** Whether the CMS shows a preview beside the form. */
  preview: boolean;
  /** The text, at the end of the form or after one of its fields. */
  body: { required: boolean; label?: string; hint: string; after?: string };
}

export const entryForms: Record<EntryKindName, EntryForm> = {
  news: {
    label: "Tin bài",
    singular: "Tin bài",
    // Decap would have to read every entry to put the newest first.
    advice: "Xếp theo tên. Bài đang viết xem ở «Bài đang làm»; bài mới nhất, bài cũ tìm bằng «Tìm bài».",
    summary: "{{title}} — {{date | date('DD/MM/YYYY')}}",
    preview: true,
    body: {
      required: true,
      hint: "Gõ, dán từ Word, hoặc dùng «Nhập từ Word» ở trên. Chèn ảnh bằng nút «+»; ảnh nào cũng cần mô tả.",
      // What a piece is made of; the hours and addresses that few pieces need come below it.
      after: "summary",
    },
  },
  page: {
    label: "Trang tĩnh",
    singular: "Trang tĩnh",
    summary: "{{title}}",
    preview: true,
    body: { required: true, hint: "Dùng đề mục cấp 2, cấp 3 để chia phần." },
  },
  ad: {
    label: "Quảng cáo, liên kết",
    singular: "Quảng cáo, liên kết",
    summary: "{{title}} — đến hết {{end | date('DD/MM/YYYY')}}",
    preview: false,
    body: { required: false, hint: "Ghi chú nội bộ về hợp đồng; người đọc không thấy." },
  },
  dossier: {
    label: "Chuyên đề",
    singular: "Chuyên đề",
    summary: "{{title}}",
    preview: true,
    body: { required: false, hint: "Lời dẫn dài hơn, nếu cần; các bài được tự tập hợp theo từ khoá." },
  },
  document: {
    label: "Văn bản",
    singular: "Văn bản",
    summary: "{{number}} ({{issuedOn | date('DD/MM/YYYY')}}) — {{excerpt | truncate(140, '…')}}",
    namedBy: "number",
    preview: true,
    body: {
      required: false,
      hint: "Tóm tắt những điểm chính bằng lời dễ hiểu, nếu cần; không thay cho văn bản.",
    },
  },
  piece: {
    label: "Đa phương tiện",
    singular: "Tác phẩm đa phương tiện",
    summary: "{{title}} — {{date | date('DD/MM/YYYY')}}",
    preview: true,
    body: {
      required: false,
      hint: "Video, âm thanh: bản ghi lời. Đồ hoạ: mọi điều đồ hoạ nói, viết thành chữ. Album: lời kể, nếu cần.",
    },
  },
  unit: {
    label: "Cơ quan, đơn vị",
    singular: "Cơ quan, đơn vị",
    summary: "{{title}}",
    preview: true,
    body: {
      required: false,
      label: "Chức năng, nhiệm vụ",
      hint: "Nhiệm vụ, quyền hạn; dùng danh sách đánh số cho dễ đọc.",
    },
  },
  person: {
    label: "Lãnh đạo, đầu mối liên hệ",
    singular: "Lãnh đạo, đầu mối liên hệ",
    summary: "{{title}} — {{position}}",
    preview: true,
    body: {
      required: false,
      label: "Tiểu sử tóm tắt",
      hint: "Vài câu: quê quán, trình độ, quá trình công tác. Không ghi điều riêng tư.",
    },
  },
  week: {
    label: "Lịch công tác",
    singular: "Lịch tuần",
    summary: "{{title}} — từ {{firstDay | date('DD/MM/YYYY')}}",
    preview: true,
    body: { required: false, label: "Ghi chú", hint: "Điều cần nhắc chung cho cả tuần, nếu có." },
  },
  consultation: {
    label: "Lấy ý kiến dự thảo",
    singular: "Dự thảo",
    summary: "{{title}} — đến hết {{closesOn | date('DD/MM/YYYY')}}",
    preview: true,
    body: {
      required: true,
      label: "Những điểm chính",
      hint: "Dự thảo đổi điều gì, ai chịu tác động, cần góp ý chỗ nào.",
    },
  },
  gazette: {
    label: "Công báo",
    singular: "Số Công báo",
    summary: "{{title}} — {{publishedOn | date('DD/MM/YYYY')}}",
    preview: true,
    body: { required: false, hint: "Đính chính hoặc lời giới thiệu, nếu có." },
  },
  question: {
    label: "Hỏi đáp",
    singular: "Câu hỏi",
    summary: "{{title}} — trả lời {{answeredOn | date('DD/MM/YYYY')}}",
    preview: true,
    body: {
      required: true,
      label: "Trả lời",
      hint: "Trả lời thẳng vào điều được hỏi rồi mới nêu căn cứ. Câu hỏi chưa có trả lời thì chưa đăng.",
    },
  },
};
