const count = String;
const thousands = (number: number) => number.toLocaleString("vi-VN");

/** What the search page's script says, in Vietnamese. */
export const vietnamese = {
  /** Of a facet that narrows results. */
  facets: {
    loai: "Loại nội dung",
    "chuyen-muc": "Chuyên mục",
    "don-vi": "Cơ quan, đơn vị",
    nam: "Năm",
  },
  results: "kết quả",
  moreValues: (number: number) => `${count(number)} mục nữa`,
  removeFilter: "Bỏ lọc",
  removeFilters: "Bỏ mọi bộ lọc",
  newest: "Mới nhất",
  best: "Phù hợp nhất",
  day: (year: string, month: string, day: string) => `${day}/${month}/${year}`,
  more: (shown: number, all: number) => `Xem thêm (đang xem ${count(shown)}/${count(all)})`,
  failed: "Chưa mở được mục lục tìm kiếm. Xin thử lại sau ít phút, hoặc đọc theo các mục bên dưới.",
  everything: "tất cả",
  quoted: (text: string) => `«${text}»`,
  hint: (number: number) => `(${count(number)} kết quả)`,
  advice: [
    "Kiểm tra lại chữ vừa gõ; có dấu hay không dấu đều tìm được.",
    "Thử ít từ hơn, hoặc một từ khác cùng nghĩa.",
    "Với văn bản, gõ số và ký hiệu, ví dụ 12/2026/QĐ-UBND hoặc 12 qd ubnd.",
    "Hoặc đọc theo chuyên mục và năm ở cuối trang này.",
  ],
  meant: "Có phải bạn muốn tìm",
  apart: "Không cần đứng liền nhau",
  withoutUnknown: "Bỏ từ không có trang nào viết",
  oneWordLess: "Bớt một từ",
  onePartLess: "Bớt một phần",
  otherAccents: "Tìm cả chữ khác dấu",
  cases: {
    number: "Số hồ sơ",
    procedure: "Thủ tục",
    unit: "Đơn vị xử lý",
    receivedOn: "Ngày tiếp nhận",
    dueOn: "Ngày hẹn trả",
    finishedOn: "Ngày có kết quả",
    result: "Kết quả",
    document: "Văn bản kết quả",
    notFound: "Chưa thấy hồ sơ này",
    advice: [
      "Xem lại số hồ sơ và mã biên nhận: cả hai phải đúng như trên giấy.",
      "Nếu giấy không có mã thì để trống ô mã.",
      "Hồ sơ vừa nộp có thể vài giờ sau mới tra được.",
      "Vẫn không thấy: xin hỏi nơi ghi bên dưới.",
    ],
    failed: "Chưa tra cứu được. Xin kiểm tra mạng rồi thử lại, hoặc hỏi nơi ghi bên dưới.",
  },
  lookup: {
    found: (text: string, count: number) =>
      count === 1 ? `Có 1 văn bản khớp «${text}».` : `Có ${thousands(count)} văn bản khớp «${text}».`,
    newestOf: (text: string, count: number, shown: number) =>
      `Có ${thousands(count)} văn bản khớp «${text}»; dưới đây là ${String(shown)} văn bản gần nhất. Gõ thêm số, năm hoặc ký hiệu để thu hẹp.`,
    nothing: (text: string) => `Không có văn bản nào mang số «${text}».`,
    instead: "Tìm những chữ này trong toàn trang",
    failed: "Chưa tra cứu được. Xin thử lại sau ít phút, hoặc xem danh sách văn bản bên dưới.",
    notYet: "Chưa có hiệu lực",
    expired: "Hết hiệu lực",
  },
  summary: {
    nothing: "Không có trang nào như vậy.",
    notFound: (text: string) => `Không tìm thấy trang nào có «${text}».`,
    all: (pages: number) => `Có ${count(pages)} trang, mới nhất trước.`,
    otherAccents: (text: string, pages: number) =>
      `Không có trang nào viết đúng dấu «${text}». Có ${count(pages)} kết quả khi không xét dấu.`,
    found: (text: string, pages: number) => `Có ${count(pages)} kết quả cho «${text}».`,
    apart: (text: string, pages: number) =>
      `Có ${count(pages)} kết quả có đủ các từ của «${text}», nhưng không đứng liền nhau.`,
    some: (text: string, pages: number, together: number, newest: boolean) =>
      `Có ${count(pages)} kết quả có đủ các từ của «${text}», ${newest ? "trong đó" : "ưu tiên"} ${count(together)} kết quả có các từ đứng liền nhau.`,
  },
};

/** What the search page's script says. */
export type SearchWords = typeof vietnamese;
