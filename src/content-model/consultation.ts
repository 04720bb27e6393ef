import { z } from "zod";
import { documentNumber } from "./document-number.ts";
import { documentFields, documentTypes } from "./document-types.ts";
import { fields } from "./field.ts";
import { day, libraryFile, line } from "./text.ts";

const options = (list: readonly { id: string; name: string }[]) =>
  list.map(({ id, name }) => ({ value: id, label: name }));

const attachment = z.strictObject({
  file: libraryFile("Tệp", ["pdf", "docx", "xlsx"]).register(fields, { label: "Tệp", widget: "file" }),
  label: line("Tên tệp", 2, 150).register(fields, {
    label: "Tên tệp",
    widget: "string",
    hint: "Ví dụ: Dự thảo Quyết định, Tờ trình, Bản tổng hợp ý kiến",
  }),
});

/** A draft that everybody may comment on: `content/sites/<site>/consultations/<year>/<slug>.md`; what it is about is the body. */
export const consultationSchema = z
  .strictObject({
    title: line("Tên dự thảo", 10, 300).register(fields, {
      label: "Tên dự thảo",
      widget: "string",
      hint: "Ví dụ: Dự thảo Quyết định quy định hạn mức giao đất trên địa bàn tỉnh Sông Mây",
    }),
    type: z
      .enum(
        documentTypes.map(({ id }) => id),
        { error: "Hãy chọn «Loại văn bản»." },
      )
      .register(fields, { label: "Loại văn bản", widget: "select", options: options(documentTypes) }),
    field: z
      .enum(
        documentFields.map(({ id }) => id),
        { error: "Hãy chọn «Lĩnh vực»." },
      )
      .register(fields, { label: "Lĩnh vực", widget: "select", options: options(documentFields) }),
    unit: line("Cơ quan soạn thảo", 3, 150).register(fields, {
      label: "Cơ quan soạn thảo",
      widget: "string",
      hint: "Nơi nhận và trả lời ý kiến. Ví dụ: Sở Nông nghiệp và Môi trường",
    }),
    openedOn: day("Lấy ý kiến từ ngày").register(fields, { label: "Lấy ý kiến từ ngày", widget: "datetime" }),
    closesOn: day("Đến hết ngày").register(fields, {
      label: "Đến hết ngày",
      widget: "datetime",
      hint: "Hết ngày này trang tự ghi «Đã đóng» và không nhận ý kiến nữa. Dự thảo văn bản quy phạm pháp luật cần ít nhất 20 ngày.",
    }),
    email: z
      .email({ error: "«Thư nhận ý kiến» phải là địa chỉ thư, ví dụ gopy@songmay.gov.vn." })
      .optional()
      .register(fields, {
        label: "Thư nhận ý kiến",
        widget: "string",
        hint: "Địa chỉ thư của cơ quan soạn thảo, cho người không dùng biểu mẫu.",
      }),
    attachments: z
      .array(attachment, { error: "«Tệp đính kèm» phải là một danh sách." })
      .max(20, { error: "Tối đa 20 tệp đính kèm." })
      .optional()
      .register(fields, {
        label: "Tệp đính kèm",
        widget: "objects",
        item: { singular: "Tệp", summary: "{{fields.label}}" },
        hint: "Dự thảo, tờ trình, bản so sánh.",
      }),
    outcomeOn: day("Ngày công bố kết quả").optional().register(fields, {
      label: "Ngày công bố kết quả",
      widget: "datetime",
      default: "",
    }),
    received: z
      .number({ error: "«Số ý kiến đã nhận» phải là một số." })
      .int({ error: "«Số ý kiến đã nhận» phải là số nguyên." })
      .min(0, { error: "«Số ý kiến đã nhận» không được âm." })
      .optional()
      .register(fields, { label: "Số ý kiến đã nhận", widget: "number" }),
    outcome: line("Kết quả tiếp thu, giải trình", 20, 5000)
      .optional()
      .register(fields, {
        label: "Kết quả tiếp thu, giải trình",
        widget: "text",
        hint: "Ý kiến nào được tiếp thu, ý kiến nào không và vì sao.",
        goesWith: {
          field: "outcomeOn",
          required: true,
          only: true,
          message: "Công bố kết quả thì phải ghi «Kết quả tiếp thu, giải trình».",
        },
      }),
    document: documentNumber("Văn bản đã ban hành").optional().register(fields, {
      label: "Văn bản đã ban hành",
      widget: "string",
      hint: "Số, ký hiệu của văn bản được ban hành từ dự thảo này, nếu có.",
    }),
  })
  .superRefine((draft, context) => {
    const complain = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
    };
    if (draft.closesOn < draft.openedOn) complain("closesOn", "«Đến hết ngày» trước «Lấy ý kiến từ ngày».");
    if (draft.outcomeOn !== undefined && draft.outcomeOn <= draft.closesOn)
      complain("outcomeOn", "Kết quả chỉ công bố sau khi đã hết hạn góp ý.");
    if (draft.outcomeOn !== undefined && draft.outcome === undefined)
      complain("outcome", "Công bố kết quả thì phải ghi «Kết quả tiếp thu, giải trình».");
  });

export type Consultation = z.infer<typeof consultationSchema>;

/** How far a draft is. */
export type ConsultationState = "ahead" | "open" | "closed" | "answered";

/** How far a draft is on a day: comments are taken to the end of its last one. */
export function consultationState(
  { openedOn, closesOn, outcomeOn }: Pick<Consultation, "openedOn" | "closesOn" | "outcomeOn">,
  day: string,
): ConsultationState {
  if (day < openedOn) return "ahead";
  if (day <= closesOn) return "open";
  return outcomeOn === undefined ? "closed" : "answered";
}
