import { z } from "zod";
import { fields } from "./field.ts";
import type { Language } from "./site.ts";
import { emailAddress, entrySlug, line, order, phoneNumber, secureAddress, translationOf } from "./text.ts";

/** Kinds of units in the order in which a directory lists them. */
export const unitKinds = [
  { value: "lanh-dao", label: "Cơ quan lãnh đạo", english: "Leading bodies" },
  { value: "van-phong", label: "Văn phòng", english: "Offices" },
  { value: "so", label: "Sở, cơ quan ngang sở", english: "Departments" },
  { value: "phong", label: "Phòng, ban", english: "Divisions" },
  { value: "chi-cuc", label: "Chi cục", english: "Sub-departments" },
  { value: "su-nghiep", label: "Đơn vị sự nghiệp", english: "Public service units" },
  { value: "xa-phuong", label: "Xã, phường", english: "Communes and wards" },
  { value: "khac", label: "Đơn vị khác", english: "Other units" },
] as const;

/** What readers call a kind of units. */
export function unitKindName({ label, english }: (typeof unitKinds)[number], language: Language): string {
  return language === "en" ? english : label;
}

/**
 * An authority or a part of one: `content/sites/<site>/units/<slug>.md`, shown at `/co-quan/<slug>`. As in every kind,
 * `title` is what the entry is called by: the unit's full name.
 */
export const unitSchema = z.strictObject({
  title: line("Tên", 3, 150).register(fields, {
    label: "Tên",
    widget: "string",
    hint: "Tên đầy đủ. Ví dụ: Sở Giáo dục và Đào tạo",
  }),
  shortName: line("Tên gọn", 2, 60).optional().register(fields, {
    label: "Tên gọn",
    widget: "string",
    hint: "Cho sơ đồ, nơi hẹp chỗ. Ví dụ: Sở GD&ĐT",
  }),
  kind: z
    .enum(
      unitKinds.map(({ value }) => value),
      { error: "Hãy chọn «Loại»." },
    )
    .register(fields, { label: "Loại", widget: "select", options: unitKinds }),
  parent: entrySlug("Trực thuộc").optional().register(fields, {
    label: "Trực thuộc",
    widget: "entries",
    of: "unit",
    hint: "Cơ quan cấp trên trực tiếp; sơ đồ tổ chức được vẽ theo trường này. Để trống cho cơ quan cao nhất.",
  }),
  summary: line("Chức năng", 10, 250).register(fields, {
    label: "Chức năng",
    widget: "text",
    hint: "Một câu: đơn vị lo việc gì. Ví dụ: Quản lý trường học các cấp, thi và tuyển sinh.",
  }),
  address: line("Địa chỉ", 5, 250).optional().register(fields, {
    label: "Địa chỉ",
    widget: "string",
    hint: "Ví dụ: Số 9 đường Bờ Sông, phường Vân Giang",
  }),
  phone: phoneNumber("Điện thoại").optional().register(fields, {
    label: "Điện thoại",
    widget: "string",
    hint: "Số có người nghe trong giờ làm việc. Ví dụ: 0299 3 810 300",
  }),
  email: emailAddress("Thư điện tử").optional().register(fields, {
    label: "Thư điện tử",
    widget: "string",
    hint: "Ví dụ: sogddt@songmay.gov.vn",
  }),
  website: secureAddress("Trang thông tin").optional().register(fields, {
    label: "Trang thông tin",
    widget: "string",
    hint: "Trang riêng của đơn vị, bắt đầu bằng https://",
  }),
  hours: line("Giờ làm việc", 5, 200).optional().register(fields, {
    label: "Giờ làm việc",
    widget: "string",
    hint: "Ví dụ: Thứ Hai đến thứ Sáu, 7 giờ 30 – 11 giờ 30 và 13 giờ 30 – 17 giờ",
  }),
  contact: entrySlug("Đầu mối liên hệ").optional().register(fields, {
    label: "Đầu mối liên hệ",
    widget: "entries",
    of: "person",
    hint: "Người trả lời thay cho đơn vị. Chưa có trong danh sách thì thêm ở mục «Lãnh đạo, đầu mối liên hệ» trước.",
  }),
  order: order("Trong cùng một loại, số nhỏ đứng trước."),
  translationOf: translationOf(),
  dissolved: z
    .boolean({ error: "«Đã giải thể, sáp nhập» phải là có hoặc không." })
    .optional()
    .register(fields, {
      label: "Đã giải thể, sáp nhập",
      widget: "boolean",
      default: false,
      hint: "Đơn vị không còn trong danh bạ và sơ đồ; trang riêng báo việc đó và chỉ sang đơn vị tiếp nhận.",
    }),
  successor: entrySlug("Đơn vị tiếp nhận").optional().register(fields, {
    label: "Đơn vị tiếp nhận",
    widget: "entries",
    of: "unit",
    hint: "Khi giải thể, sáp nhập: đơn vị nay lo việc này.",
  }),
});

export type Unit = z.infer<typeof unitSchema>;
