import { z } from "zod";
import { fields } from "./field.ts";
import { day, line, picture, secureAddress } from "./text.ts";

const kinds = [
  { value: "logo", label: "Logo liên kết" },
  { value: "banner", label: "Quảng cáo có hình" },
  { value: "text", label: "Liên kết chữ" },
] as const;

const slots = [
  { value: "cot-ben", label: "Cột bên" },
  { value: "chan-trang", label: "Trên chân trang" },
] as const;

/** An ad, logo or text link with its contract and its days: `content/sites/<site>/ads/<slug>.md`. */
export const adSchema = z
  .strictObject({
    title: line("Tên", 3, 120).register(fields, {
      label: "Tên",
      widget: "string",
      hint: "Chữ hiện ra với liên kết chữ.",
    }),
    kind: z
      .enum(["logo", "banner", "text"], { error: "Hãy chọn «Loại»." })
      .register(fields, { label: "Loại", widget: "select", options: kinds }),
    slot: z
      .enum(["cot-ben", "chan-trang"], { error: "Hãy chọn «Vị trí»." })
      .register(fields, { label: "Vị trí", widget: "select", options: slots }),
    image: picture("Hình").optional().register(fields, { label: "Hình", widget: "image" }),
    imageAlt: line("Mô tả hình", 3, 250)
      .optional()
      .register(fields, { label: "Mô tả hình", widget: "string" }),
    target: secureAddress("Địa chỉ đích").register(fields, {
      label: "Địa chỉ đích",
      widget: "string",
      hint: "Bắt đầu bằng https://",
    }),
    owner: line("Đơn vị", 2, 150).register(fields, { label: "Đơn vị", widget: "string" }),
    contract: line("Số hợp đồng hoặc công văn", 1, 80).register(fields, {
      label: "Số hợp đồng hoặc công văn",
      widget: "string",
    }),
    start: day("Từ ngày").register(fields, { label: "Từ ngày", widget: "datetime" }),
    end: day("Đến hết ngày").register(fields, { label: "Đến hết ngày", widget: "datetime" }),
    priority: z
      .number({ error: "«Ưu tiên» phải là số từ 1 đến 9." })
      .int()
      .min(1, { error: "«Ưu tiên» từ 1 đến 9." })
      .max(9, { error: "«Ưu tiên» từ 1 đến 9." })
      .default(5)
      .register(fields, { label: "Ưu tiên", widget: "number", default: 5, hint: "1 đứng đầu, 9 đứng cuối." }),
  })
  .superRefine((ad, context) => {
    if (ad.end < ad.start) {
      context.addIssue({
        code: "custom",
        path: ["end"],
        message: `«Đến hết ngày» (${ad.end}) trước «Từ ngày» (${ad.start}).`,
      });
    }
    if (ad.kind !== "text" && !ad.image) {
      context.addIssue({ code: "custom", path: ["image"], message: "Logo và quảng cáo có hình cần «Hình»." });
    }
    if (ad.image && !ad.imageAlt) {
      context.addIssue({ code: "custom", path: ["imageAlt"], message: "Hình cần «Mô tả hình»." });
    }
  });

export type Ad = z.infer<typeof adSchema>;
