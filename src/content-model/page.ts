import { z } from "zod";
import { fields } from "./field.ts";
import { line, order, translationOf } from "./text.ts";

/** A static page such as the introduction or the contact page: `content/sites/<site>/pages/<slug>.md`, shown at `/<slug>`. */
export const pageSchema = z.strictObject({
  title: line("Tiêu đề", 3, 120).register(fields, { label: "Tiêu đề", widget: "string" }),
  summary: line("Tóm tắt", 20, 400).optional().register(fields, {
    label: "Tóm tắt",
    widget: "text",
    hint: "Một câu cho máy tìm kiếm và đầu trang.",
  }),
  order: order("Số nhỏ đứng trước trong danh sách trang."),
  translationOf: translationOf(),
});

export type Page = z.infer<typeof pageSchema>;

/** First segments of addresses that the portal itself uses; a static page may not take them. */
export const reservedPageSlugs: readonly string[] = [
  "tin-tuc",
  "chuyen-muc",
  "chuyen-de",
  "van-ban",
  "da-phuong-tien",
  "tu-khoa",
  "lien-ket",
  "so-do-trang",
  "co-quan",
  "lanh-dao",
  "so-do-to-chuc",
  "lich-cong-tac",
  "hoi-dap",
  "lay-y-kien",
  "cong-bao",
  "tra-cuu-ho-so",
  "tim-kiem",
  "media",
  "index",
  "404",
  "rss",
  "atom",
  "sitemap",
  "sitemap-trang",
  "sitemap-tin-moi",
  "robots",
];
