/** The pages that lead on: links, the map of a site, the search page, in Vietnamese. */
export const ways = {
  links: {
    name: "Liên kết",
    services: "Dịch vụ cho người dân",
    ads: "Quảng cáo, liên kết theo hợp đồng và công văn",
  },
  siteMap: {
    name: "Sơ đồ trang",
    general: "Thông tin chung",
    kinds: "Chuyên trang",
    newsBySection: "Tin tức theo chuyên mục",
    tools: "Tiện ích",
    feed: "Tin mới qua RSS",
  },
  browse: {
    byKind: "Theo loại nội dung",
    articles: "Tin bài",
    bySection: "Tin bài theo chuyên mục",
    byYear: "Tin bài theo năm",
    documentsByType: "Văn bản theo loại",
    items: "mục",
    introduction: "Trang giới thiệu",
  },
  searchPage: {
    byNumber: "Văn bản có số này",
    terms: "Từ khoá, tên người hoặc số văn bản",
    placeholder: "Gõ có dấu hoặc không dấu",
    needsScript:
      "Trình duyệt của bạn đang tắt JavaScript nên ô tìm kiếm không hoạt động. Mời đọc theo các mục bên dưới.",
    narrow: "Lọc kết quả",
    results: "Kết quả",
    order: "Sắp xếp",
    narrowedBy: "Đang lọc theo",
    hints: "Gợi ý",
    more: "Xem thêm",
    older: (since: string, count: number) =>
      `Ô này tìm chữ trong các văn bản từ năm ${since} đến nay. Còn ${count.toLocaleString("vi-VN")} văn bản cũ hơn không tìm được theo chữ, chỉ theo số hoặc theo năm.`,
    olderByNumber: "Tra cứu theo số, ký hiệu",
    olderByYear: "Danh sách văn bản theo năm:",
    browse: "Đọc theo mục",
  },
};
