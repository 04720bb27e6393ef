/** What stands around every page and on the pages that every site has, in Vietnamese. */
export const aroundPages = {
  dates: {
    weekdays: ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
    /** Of a day: `2026`, `11`, `20`. */
    day: (year: string, month: string, day: string) => `${day}/${month}/${year}`,
    /** Of a day whose year is known. */
    dayOfYear: (month: string, day: string) => `${day}/${month}`,
    longDay: (weekday: string, day: string) => `${weekday}, ${day}`,
    month: (year: string, month: string) => `Tháng ${month}/${year}`,
    year: (year: string) => `Năm ${year}`,
    span: (from: string, to: string) => `Từ ${from} đến ${to}`,
    on: (day: string) => `Ngày ${day}`,
  },
  page: {
    home: "Trang chủ",
    toContent: "Đến nội dung chính",
    openMenu: "Mở menu",
    closeMenu: "Đóng menu",
    mainMenu: "Menu chính",
    crumbs: "Đường dẫn",
    untranslated: "chưa có bản dịch",
    urgent: "Thông báo khẩn",
    printed: "Trang này trên mạng:",
    wideTable: "Bảng số liệu",
    version: "Phiên bản",
    approvedBy: (people: string) => `, người duyệt: ${people}`,
  },
  footer: {
    responsible: (person: string) => `Chịu trách nhiệm chính: ${person}`,
    information: "Thông tin",
    otherSites: "Các trang khác",
    componentSites: "Trang thành phần",
    province: "Cổng của tỉnh",
    reuse: (site: string) => `Ghi rõ nguồn «${site}» khi phát hành lại thông tin từ trang này.`,
  },
  reach: {
    address: "Địa chỉ",
    phone: "Điện thoại",
    email: "Thư điện tử",
    website: "Trang thông tin",
    hours: "Giờ làm việc",
    contact: "Đầu mối liên hệ",
  },
  finding: {
    search: "Tìm kiếm",
    find: "Tìm",
    terms: "Từ khoá tìm kiếm",
    placeholder: "Tìm tin tức, thông báo…",
  },
  ads: {
    label: "Quảng cáo",
    aside: "Quảng cáo cột bên",
    below: "Quảng cáo cuối trang",
  },
  notFound: {
    title: "Không tìm thấy trang",
    heading: "Không tìm thấy trang này",
    advice: "Có thể địa chỉ gõ sai một chữ, hoặc trang đã chuyển đi. Xin thử tìm, hoặc đọc theo chuyên mục.",
    find: "Tìm trang",
    terms: "Từ khoá",
  },
};
