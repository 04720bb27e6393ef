/** Why a record is not taken, in words for an operator: what is wrong, and what to do about it. */
export interface Reason {
  /** The field, as people call it; `""` for the record as a whole. */
  label: string;
  message: string;
  remedy: string;
}

export const reason = (label: string, message: string, remedy: string): Reason => ({
  label,
  message,
  remedy,
});

/** How fields of documents and cases are called. */
export const fieldLabels: Readonly<Record<string, string>> = {
  id: "Mã văn bản",
  number: "Số, ký hiệu",
  type: "Loại văn bản",
  issuer: "Cơ quan ban hành",
  excerpt: "Trích yếu",
  signer: "Người ký",
  signerTitle: "Chức vụ người ký",
  issuedOn: "Ngày ban hành",
  effectiveFrom: "Ngày có hiệu lực",
  expiredOn: "Ngày hết hiệu lực",
  field: "Lĩnh vực",
  public: "Công khai",
  changedOn: "Thời điểm cập nhật",
  secrecy: "Độ mật",
  action: "Loại thông điệp",
  reason: "Lý do",
  about: "Văn bản liên quan",
  status: "Trạng thái",
  amends: "Sửa đổi, bổ sung cho",
  replaces: "Thay thế cho",
  replacedBy: "Được thay thế bởi",
  guides: "Hướng dẫn thi hành",
  attachments: "Tệp đính kèm",
  withdrawn: "Gỡ văn bản",
  withdrawnReason: "Lý do gỡ",
  code: "Mã biên nhận",
  receivedOn: "Ngày tiếp nhận",
  dueOn: "Ngày hẹn trả",
  finishedOn: "Ngày có kết quả",
  unit: "Đơn vị xử lý",
  procedure: "Thủ tục",
  state: "Trạng thái",
  result: "Kết quả",
  document: "Văn bản kết quả",
};

export const labelOfField = (name: string): string => fieldLabels[name] ?? name;

const mendAtSource = "Nhờ văn thư sửa ở phần mềm nguồn rồi xuất lại; lần nhập sau tự nhận.";

/** The reasons that many rules give. */
export const reasons = {
  missing: (name: string, places: string) =>
    reason(
      labelOfField(name),
      `Thiếu «${labelOfField(name)}»${places === "" ? "" : ` (tìm ở ${places})`}.`,
      `${mendAtSource} Nếu nguồn có mà hồ sơ đọc (profile) không thấy, sửa hồ sơ đọc.`,
    ),
  badDate: (name: string, raw: string) =>
    reason(
      labelOfField(name),
      `«${labelOfField(name)}» không phải một ngày có thật: «${raw}».`,
      mendAtSource,
    ),
  unknownValue: (name: string, raw: string) =>
    reason(
      labelOfField(name),
      `«${labelOfField(name)}» có giá trị chưa được khai báo: «${raw}».`,
      `Thêm giá trị này vào mục values của trường ${name} trong hồ sơ đọc, hoặc nhờ nguồn sửa.`,
    ),
  several: (name: string, raw: string) =>
    reason(
      labelOfField(name),
      `«${labelOfField(name)}» có nhiều giá trị khác nhau: «${raw.slice(0, 200)}».`,
      mendAtSource,
    ),
  lostMarks: (name: string) =>
    reason(labelOfField(name), `«${labelOfField(name)}» mất hết dấu tiếng Việt.`, mendAtSource),
  monthOrDay: () =>
    reason(
      "Ngày ban hành",
      "Không rõ ngày hay tháng viết trước: nguồn có những ngày chỉ đúng khi tháng viết trước.",
      "Ghi rõ cách viết ngày (dates) trong hồ sơ đọc, hoặc nhờ nguồn xuất ngày dạng 2026-11-20.",
    ),
  wrong: (name: string, message: string) => reason(labelOfField(name), message, mendAtSource),
  internal: () =>
    reason(
      "Phạm vi phổ biến",
      "Bản ghi ghi là lưu hành nội bộ hoặc không phổ biến.",
      "Văn bản nội bộ không đưa lên cổng. Nếu văn bản được công khai, nhờ văn thư bỏ ghi chú ấy ở phần mềm nguồn.",
    ),
  secret: () =>
    reason(
      "Độ mật",
      "Bản ghi có dấu độ mật. Tài liệu mật không được đưa lên cổng; nội dung bản ghi không được lưu lại ở đây.",
      "Báo ngay người phụ trách bảo vệ bí mật nhà nước và đơn vị vận hành nguồn: bản xuất không được có tài liệu mật.",
    ),
  garbled: (name: string) =>
    reason(
      labelOfField(name),
      `«${labelOfField(name)}» bị vỡ chữ (sai bảng mã trên đường đi).`,
      "Nhờ đơn vị vận hành nguồn xuất lại bằng UTF-8.",
    ),
};
