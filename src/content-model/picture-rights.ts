/** Why a picture may be shown. */
export const pictureRights = [
  { value: "co-quan-chup", label: "Cơ quan ta chụp" },
  { value: "duoc-phep", label: "Tác giả hoặc đơn vị cho phép" },
  { value: "mua-quyen", label: "Đã mua quyền dùng" },
  { value: "giay-phep-mo", label: "Giấy phép mở (ghi tên tác giả ở «Nguồn ảnh»)" },
  { value: "het-ban-quyen", label: "Hết hạn bản quyền, tư liệu" },
] as const;

/** Whether those who can be recognised in a picture agree that it is shown. */
export const pictureConsents = [
  { value: "khong-ro-mat", label: "Không nhận ra ai, hoặc không có người" },
  { value: "noi-cong-cong", label: "Sự kiện công khai, đông người" },
  { value: "da-dong-y", label: "Người trong ảnh đã đồng ý" },
  { value: "cha-me-dong-y", label: "Có trẻ em; cha mẹ đã đồng ý" },
] as const;

/** Whose a picture is, without the word that pages put before it themselves: people write it from habit. */
export const plainCredit = (credit: string): string => credit.replace(/^\s*ảnh\s*:\s*/i, "");
