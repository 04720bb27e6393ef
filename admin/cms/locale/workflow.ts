/** The board of submissions under way. */
export const workflow = {
  workflow: {
    loading: "Đang tải các bài đang làm…",
    workflowHeading: "Bài đang làm",
    newPost: "Viết mới",
    description:
      "%{smart_count} bài chờ duyệt, %{readyCount} bài đã duyệt. Kéo thẻ sang cột «Chờ duyệt» để gửi duyệt; duyệt và đăng ở Trang duyệt bài. |||| %{smart_count} bài chờ duyệt, %{readyCount} bài đã duyệt. Kéo thẻ sang cột «Chờ duyệt» để gửi duyệt; duyệt và đăng ở Trang duyệt bài.",
    dateFormat: "DD/MM/YYYY HH:mm",
  },
  workflowCard: {
    lastChange: "%{date}, %{author}",
    lastChangeNoAuthor: "%{date}",
    lastChangeNoDate: "%{author}",
    deleteChanges: "Bỏ phần sửa",
    deleteNewEntry: "Bỏ bài nháp",
    publishChanges: "Đăng phần sửa",
    publishNewEntry: "Đăng bài",
  },
  workflowList: {
    onDeleteEntry: "Bỏ bài chưa đăng này? Phần chưa đăng sẽ mất.",
    onPublishingNotReadyEntry: "Chỉ đăng được bài đã duyệt. Duyệt và đăng ở Trang duyệt bài.",
    onPublishEntry: "Đăng bài này?",
    draftHeader: "Bản nháp",
    inReviewHeader: "Chờ duyệt",
    readyHeader: "Đã duyệt, chờ đăng",
    currentEntries: "%{smart_count} bài |||| %{smart_count} bài",
  },
};
