/** Sign-in and the frame around everything. */
export const auth = {
  login: "Đăng nhập",
  loggingIn: "Đang đăng nhập…",
  loginWithNetlifyIdentity: "Đăng nhập bằng Netlify Identity",
  loginWithAzure: "Đăng nhập bằng Azure",
  loginWithBitbucket: "Đăng nhập bằng Bitbucket",
  // Decap's github backend speaks to our own forge: its users know no GitHub.
  loginWithGitHub: "Đăng nhập",
  loginWithGitLab: "Đăng nhập bằng GitLab",
  loginWithGitea: "Đăng nhập bằng Gitea",
  loginWithForgejo: "Đăng nhập bằng Forgejo",
  errors: {
    email: "Hãy nhập địa chỉ thư điện tử.",
    password: "Hãy nhập mật khẩu.",
    identitySettings: "Không đọc được cấu hình đăng nhập. Hãy báo quản trị hệ thống.",
  },
};

export const app = {
  header: {
    content: "Nội dung",
    workflow: "Bài đang làm",
    media: "Thư viện ảnh",
    quickAdd: "Viết mới",
  },
  app: {
    errorHeader: "Không mở được trang biên tập",
    configErrors: "Lỗi cấu hình",
    checkConfigYml: "Hãy báo quản trị hệ thống kèm nội dung lỗi trên.",
    loadingConfig: "Đang tải cấu hình…",
    waitingBackend: "Đang chờ máy chủ…",
  },
  notFoundPage: {
    header: "Không có trang này",
  },
};

export const ui = {
  default: {
    goBackToSite: "Về cổng thông tin",
  },
  errorBoundary: {
    title: "Trang biên tập gặp lỗi",
    details: "Bài đang viết được giữ trên máy này. Hãy tải lại trang; nếu còn lỗi, ",
    reportIt: "xem cách báo lỗi.",
    detailsHeading: "Nội dung lỗi",
    privacyWarning: "Sao chép nội dung lỗi dưới đây gửi quản trị hệ thống; xoá thông tin riêng tư nếu có.",
    recoveredEntry: {
      heading: "Bài đang viết",
      warning: "Hãy sao chép bài này cất vào nơi khác trước khi rời trang.",
      copyButtonLabel: "Sao chép",
    },
  },
  settingsDropdown: {
    logOut: "Đăng xuất",
    account: "Tài khoản",
  },
  toast: {
    onFailToLoadEntries: "Không tải được bài: %{details}",
    onFailToLoadDeployPreview: "Không tải được bản xem trước: %{details}",
    onFailToPersist: "Chưa lưu được bài: %{details}",
    onFailToDelete: "Chưa xoá được: %{details}",
    onFailToUpdateStatus: "Chưa đổi được trạng thái: %{details}",
    missingRequiredField:
      "Còn trường bắt buộc chưa điền hoặc điền chưa đúng. Xem các dòng báo đỏ rồi lưu lại.",
    entrySaved: "Đã lưu bài",
    entryPublished: "Đã đăng bài",
    entryUnpublished: "Đã gỡ bài",
    onFailToPublishEntry: "Chưa đăng được: %{details}",
    onFailToUnpublishEntry: "Chưa gỡ được bài: %{details}",
    entryUpdated: "Đã đổi trạng thái",
    onDeleteUnpublishedChanges: "Đã bỏ phần chưa đăng",
    noteAdded: "Đã thêm ghi chú",
    onFailToAddNote: "Chưa thêm được ghi chú: %{details}",
    noteUpdated: "Đã sửa ghi chú",
    onFailToUpdateNote: "Chưa sửa được ghi chú: %{details}",
    noteDeleted: "Đã xoá ghi chú",
    onFailToDeleteNote: "Chưa xoá được ghi chú: %{details}",
    noteResolved: "Đã xử lý xong ghi chú",
    noteReopened: "Đã mở lại ghi chú",
    onFailToToggleNote: "Chưa đổi được ghi chú: %{details}",
    onFailToAuth: "Đăng nhập không thành công: %{details}",
    onLoggedOut:
      "Phiên làm việc đã hết hạn. Bài đang viết còn nguyên: đăng nhập lại ở dòng trên cùng rồi lưu.",
    onBackendDown: "Máy chủ đang gặp sự cố. Xem %{details}",
  },
};
