import type { Language } from "./site.ts";

const vietnamese = {
  news: "Tin bài",
  page: "Trang giới thiệu",
  document: "Văn bản",
  piece: "Đa phương tiện",
  unit: "Cơ quan, đơn vị",
  person: "Lãnh đạo, cán bộ",
  week: "Lịch công tác",
  consultation: "Lấy ý kiến dự thảo",
  gazette: "Công báo",
  question: "Hỏi đáp",
};

/** What readers call the kinds of pages that they search for. */
export const pageKindNames: Record<Language, typeof vietnamese> = {
  vi: vietnamese,
  en: {
    news: "News",
    page: "Information",
    document: "Documents",
    piece: "Multimedia",
    unit: "Agencies",
    person: "People",
    week: "Leaders’ calendar",
    consultation: "Public consultation",
    gazette: "Official gazette",
    question: "Questions and answers",
  },
};
