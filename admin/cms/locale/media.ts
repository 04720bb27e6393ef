/** The library, of pictures and of other files: both are chosen in the same window. */
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
    noAssetsFound: "Chưa có tệp nào. Bấm «Tải lên từ máy».",
    noImagesFound: "Chưa có ảnh nào. Bấm «Tải lên từ máy».",
    private: "Riêng ",
    images: "Thư viện ảnh",
    mediaAssets: "Thư viện tệp",
    search: "Tìm theo tên tệp…",
    uploading: "Đang tải lên…",
    upload: "Tải lên từ máy",
    download: "Tải về máy",
    deleting: "Đang xoá…",
    deleteSelected: "Xoá tệp đã chọn",
    chooseSelected: "Dùng tệp đã chọn",
  },
};
