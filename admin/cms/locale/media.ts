/** The picture library. */
export const mediaLibrary = {
  mediaLibraryCard: {
    draft: "Mới",
    copy: "Sao chép",
    copyUrl: "Sao chép địa chỉ",
    copyPath: "Sao chép đường dẫn",
    copyName: "Sao chép tên",
    copied: "Đã sao chép",
  },
  mediaLibrary: {
    onDelete: "Xoá tệp đã chọn?",
    fileTooLarge: "Tệp quá lớn: tối đa %{size} kB.",
  },
  mediaLibraryModal: {
    loading: "Đang tải…",
    close: "Đóng",
    noResults: "Không tìm thấy.",
    noAssetsFound: "Chưa có tệp nào.",
    noImagesFound: "Chưa có ảnh nào. Bấm «Tải ảnh lên».",
    private: "Riêng ",
    images: "Thư viện ảnh",
    mediaAssets: "Thư viện tệp",
    search: "Tìm theo tên tệp…",
    uploading: "Đang tải lên…",
    upload: "Tải ảnh lên",
    download: "Tải về máy",
    deleting: "Đang xoá…",
    deleteSelected: "Xoá tệp đã chọn",
    chooseSelected: "Dùng ảnh đã chọn",
  },
};
