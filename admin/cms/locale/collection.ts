/** Lists of entries. */
export const collection = {
  sidebar: {
    collections: "Nội dung",
    allCollections: "Tất cả nội dung",
    searchAll: "Tìm trong tất cả",
    searchIn: "Tìm trong",
  },
  collectionTop: {
    sortBy: "Sắp xếp",
    viewAs: "Cách xem",
    viewAsList: "Xem dạng danh sách",
    viewAsGrid: "Xem dạng ô lưới",
    newButton: "+ %{collectionLabel}",
    newButtonAriaLabel: "Viết mới: %{collectionLabel}",
    ascending: "Tăng dần",
    descending: "Giảm dần",
    searchResults: "Kết quả tìm «%{searchTerm}»",
    searchResultsInCollection: "Kết quả tìm «%{searchTerm}» trong %{collection}",
    filterBy: "Lọc",
    groupBy: "Nhóm theo",
  },
  entries: {
    loadingEntries: "Đang tải danh sách…",
    cachingEntries: "Đang đọc các bài…",
    longerLoading: "Có thể mất vài phút",
    noEntries: "Chưa có bài nào",
    unpublishedHeader: "Bài chưa đăng",
  },
  groups: {
    other: "Khác",
    negateLabel: "Không phải %{label}",
  },
  defaultFields: {
    author: { label: "Tác giả" },
    updatedOn: { label: "Ngày cập nhật" },
  },
};
