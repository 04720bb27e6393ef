import { z } from "zod";
import { fields } from "./field.ts";
import { day, line } from "./text.ts";

const choice = "Hãy chọn «Lĩnh vực».";

/** A reader's question with the authority's answer: `content/sites/<site>/questions/<year>/<slug>.md`; the answer is the body. */
export const questionSchema = z
  .strictObject({
    title: line("Câu hỏi", 10, 150).register(fields, {
      label: "Câu hỏi",
      widget: "string",
      hint: "Hỏi gọn trong một câu. Ví dụ: Đổi tên xã thì có phải làm lại sổ đỏ không?",
    }),
    question: line("Nội dung hỏi", 20, 3000).register(fields, {
      label: "Nội dung hỏi",
      widget: "text",
      hint: "Lời của người hỏi; bỏ số điện thoại, số giấy tờ và địa chỉ nhà.",
    }),
    asker: line("Người hỏi", 2, 80).optional().register(fields, {
      label: "Người hỏi",
      widget: "string",
      hint: "Như sẽ hiện trên trang. Ví dụ: Bà N.T.H., phường Bến Quế. Không ghi đủ họ tên khi người hỏi chưa đồng ý.",
    }),
    askedOn: day("Ngày hỏi").register(fields, { label: "Ngày hỏi", widget: "datetime" }),
    field: z
      .string({ error: choice })
      .trim()
      .min(1, { error: choice })
      .max(60, { error: choice })
      .register(fields, { label: "Lĩnh vực", widget: "select", optionsFrom: "questionFields" }),
    answeredBy: line("Đơn vị trả lời", 2, 150).register(fields, {
      label: "Đơn vị trả lời",
      widget: "string",
      hint: "Ví dụ: Sở Nông nghiệp và Môi trường",
    }),
    answeredOn: day("Ngày trả lời").register(fields, {
      label: "Ngày trả lời",
      widget: "datetime",
    }),
  })
  .superRefine((question, context) => {
    if (question.answeredOn >= question.askedOn) return;
    context.addIssue({
      code: "custom",
      path: ["answeredOn"],
      message: `«Ngày trả lời» (${question.answeredOn}) trước «Ngày hỏi» (${question.askedOn}).`,
    });
  });

export type Question = z.infer<typeof questionSchema>;
