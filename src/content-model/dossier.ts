import { z } from "zod";
import { fields } from "./field.ts";
import { line, order, picture, translationOf } from "./text.ts";

/** A topic with its articles, gathered by tags: `content/sites/<site>/dossiers/<slug>.md`, shown at `/chuyen-de/<slug>`. */
export const dossierSchema = z
  .strictObject({
    title: line("Tên chuyên đề", 5, 120).register(fields, {
      label: "Tên chuyên đề",
      widget: "string",
      hint: "Ví dụ: Cải cách hành chính 2026",
    }),
    summary: line("Giới thiệu", 20, 400).register(fields, {
      label: "Giới thiệu",
      widget: "text",
      hint: "Một, hai câu nói chuyên đề về việc gì.",
    }),
    cover: picture("Ảnh đại diện").optional().register(fields, { label: "Ảnh đại diện", widget: "image" }),
    coverAlt: line("Mô tả ảnh", 5, 250).optional().register(fields, { label: "Mô tả ảnh", widget: "string" }),
    tags: z
      .array(line("Từ khoá", 2, 40), { error: "«Từ khoá» phải là một danh sách." })
      .min(1, { error: "Chuyên đề cần ít nhất một «Từ khoá»." })
      .max(8, { error: "Tối đa 8 từ khoá." })
      .register(fields, {
        label: "Từ khoá",
        widget: "list",
        hint: "Bài có một trong các từ khoá này thuộc chuyên đề. Cách nhau bằng dấu phẩy.",
      }),
    order: order("Số nhỏ đứng trước."),
    translationOf: translationOf(),
    closed: z.boolean({ error: "«Đã khép lại» phải là có hoặc không." }).optional().register(fields, {
      label: "Đã khép lại",
      widget: "boolean",
      default: false,
      hint: "Chuyên đề không còn cập nhật: trang vẫn còn, nhưng không đứng đầu danh sách.",
    }),
  })
  .superRefine((dossier, context) => {
    if (dossier.cover && !dossier.coverAlt)
      context.addIssue({ code: "custom", path: ["coverAlt"], message: "Ảnh đại diện cần «Mô tả ảnh»." });
  });

export type Dossier = z.infer<typeof dossierSchema>;
