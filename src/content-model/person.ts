import { z } from "zod";
import { fields } from "./field.ts";
import { day, emailAddress, entrySlug, line, order, phoneNumber, picture, translationOf } from "./text.ts";

/** Where somebody stands in their unit; the order of lists follows it. */
export const ranks = [
  { value: "dung-dau", label: "Người đứng đầu" },
  { value: "cap-pho", label: "Cấp phó" },
  { value: "can-bo", label: "Cán bộ, công chức" },
] as const;

/**
 * Somebody readers may need to know or reach, a leader or a contact officer: `content/sites/<site>/people/<slug>.md`, shown
 * at `/lanh-dao/<slug>`. As in every kind, `title` is what the entry is called by: the person's name.
 */
export const personSchema = z
  .strictObject({
    title: line("Họ và tên", 3, 60).register(fields, {
      label: "Họ và tên",
      widget: "string",
      hint: "Viết đủ họ, đệm, tên. Ví dụ: Lê Thị Hồng Nhạn",
    }),
    position: line("Chức vụ", 3, 150).register(fields, {
      label: "Chức vụ",
      widget: "string",
      hint: "Ví dụ: Phó Chủ tịch Ủy ban nhân dân tỉnh",
    }),
    unit: entrySlug("Cơ quan, đơn vị").register(fields, {
      label: "Cơ quan, đơn vị",
      widget: "entries",
      of: "unit",
      hint: "Nơi làm việc. Chưa có trong danh sách thì thêm ở mục «Cơ quan, đơn vị» trước.",
    }),
    rank: z.enum(["dung-dau", "cap-pho", "can-bo"], { error: "Hãy chọn «Cấp»." }).register(fields, {
      label: "Cấp",
      widget: "select",
      options: ranks,
      hint: "Người đứng đầu và cấp phó có trong danh sách lãnh đạo.",
    }),
    order: order("Trong cùng một cấp, số nhỏ đứng trước."),
    portrait: picture("Ảnh chân dung").optional().register(fields, {
      label: "Ảnh chân dung",
      widget: "image",
      hint: "Ảnh dọc, nền trơn, rộng ít nhất 480 điểm ảnh.",
    }),
    portraitAlt: line("Mô tả ảnh", 5, 250).optional().register(fields, {
      label: "Mô tả ảnh",
      widget: "string",
      hint: "Ví dụ: Chân dung bà Lê Thị Hồng Nhạn",
    }),
    phone: phoneNumber("Điện thoại").optional().register(fields, {
      label: "Điện thoại",
      widget: "string",
      hint: "Số của cơ quan, không phải số riêng. Ví dụ: 0299 3 800 102",
    }),
    email: emailAddress("Thư điện tử").optional().register(fields, {
      label: "Thư điện tử",
      widget: "string",
      hint: "Hộp thư công vụ. Ví dụ: nhanlth@songmay.gov.vn",
    }),
    responsibilities: z
      .array(line("Lĩnh vực phụ trách", 2, 200), { error: "«Lĩnh vực phụ trách» phải là một danh sách." })
      .max(20, { error: "Tối đa 20 lĩnh vực." })
      .optional()
      .register(fields, {
        label: "Lĩnh vực phụ trách",
        widget: "list",
        hint: "Cách nhau bằng dấu phẩy. Ví dụ: Giáo dục, y tế",
      }),
    contactOfficer: z
      .boolean({ error: "«Đầu mối liên hệ» phải là có hoặc không." })
      .optional()
      .register(fields, {
        label: "Đầu mối liên hệ, người phát ngôn",
        widget: "boolean",
        default: false,
        hint: "Bật cho người được giao trả lời người dân, báo chí thay cho cơ quan; cần «Điện thoại» và «Thư điện tử».",
      }),
    since: day("Giữ chức vụ từ").optional().register(fields, {
      label: "Giữ chức vụ từ",
      widget: "datetime",
      default: "",
      hint: "Ngày bắt đầu chức vụ hiện nay.",
    }),
    translationOf: translationOf(),
    left: z.boolean({ error: "«Đã thôi giữ chức vụ» phải là có hoặc không." }).optional().register(fields, {
      label: "Đã thôi giữ chức vụ",
      widget: "boolean",
      default: false,
      hint: "Bật khi người này chuyển công tác hoặc nghỉ hưu: không còn trong danh sách nào, trang riêng chỉ còn báo việc đó.",
    }),
  })
  .superRefine((person, context) => {
    const ask = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
    };
    if (person.portrait && !person.portraitAlt) ask("portraitAlt", "Ảnh chân dung cần «Mô tả ảnh».");
    if (!person.contactOfficer || person.left) return;
    if (!person.phone) ask("phone", "Đầu mối liên hệ cần «Điện thoại».");
    if (!person.email) ask("email", "Đầu mối liên hệ cần «Thư điện tử».");
  });

export type Person = z.infer<typeof personSchema>;
