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

/** The paper that an ad is put up for. */
const papers = [
  { value: "hop-dong", label: "Hợp đồng" },
  { value: "cong-van", label: "Công văn đề nghị" },
] as const;

/** How many ads of a slot one page shows; where more are running, pages share them out among themselves. */
export const adsAtOnce = { "cot-ben": 3, "chan-trang": 4 } as const;

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
      hint: "Bắt đầu bằng https://, tên miền của chính đơn vị; không dùng địa chỉ rút gọn.",
    }),
    owner: line("Đơn vị", 2, 150).register(fields, {
      label: "Đơn vị",
      widget: "string",
      hint: "Đơn vị đặt quảng cáo hoặc được liên kết, ghi như trong hợp đồng, công văn.",
    }),
    paper: z
      .enum(["hop-dong", "cong-van"], { error: "Hãy chọn «Loại giấy tờ»." })
      .default("hop-dong")
      .register(fields, {
        label: "Loại giấy tờ",
        widget: "select",
        options: papers,
        default: "hop-dong",
        hint: "Quảng cáo theo hợp đồng, hay liên kết đăng giúp theo công văn đề nghị.",
      }),
    contract: line("Số hợp đồng hoặc công văn", 1, 80).register(fields, {
      label: "Số hợp đồng hoặc công văn",
      widget: "string",
      hint: "Ghi đủ số và ký hiệu. Ví dụ: 18/HĐ-CTTĐT",
    }),
    start: day("Từ ngày").register(fields, {
      label: "Từ ngày",
      widget: "datetime",
      hint: "Quảng cáo tự hiện từ 0 giờ ngày này.",
    }),
    end: day("Đến hết ngày").register(fields, {
      label: "Đến hết ngày",
      widget: "datetime",
      hint: "Hết ngày này, đúng nửa đêm, quảng cáo tự gỡ.",
    }),
    priority: z
      .number({ error: "«Ưu tiên» phải là số từ 1 đến 9." })
      .int()
      .min(1, { error: "«Ưu tiên» từ 1 đến 9." })
      .max(9, { error: "«Ưu tiên» từ 1 đến 9." })
      .default(5)
      .register(fields, {
        label: "Ưu tiên",
        widget: "number",
        default: 5,
        hint: "1 hiện nhiều nhất, 9 ít nhất, khi một vị trí có nhiều quảng cáo thay nhau.",
      }),
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

/** The name that editors and advertisers know a choice by. */
export const kindName = (kind: Ad["kind"]) => nameIn(kinds, kind);
export const slotName = (slot: Ad["slot"]) => nameIn(slots, slot);
export const paperName = (paper: Ad["paper"]) => nameIn(papers, paper);

const nameIn = (choices: readonly { value: string; label: string }[], value: string) =>
  choices.find((choice) => choice.value === value)?.label ?? value;
