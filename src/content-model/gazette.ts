import { z } from "zod";
import { documentNumber } from "./document-number.ts";
import { fields } from "./field.ts";
import { day, libraryFile, line } from "./text.ts";

/** An issue of the province's gazette (Công báo): `content/sites/<site>/gazette/<year>/so-01.md`. */
export const gazetteSchema = z.strictObject({
  title: line("Tên số Công báo", 5, 150).register(fields, {
    label: "Tên số Công báo",
    widget: "string",
    hint: "Ví dụ: Công báo số 31 + 32",
  }),
  publishedOn: day("Ngày phát hành").register(fields, { label: "Ngày phát hành", widget: "datetime" }),
  file: libraryFile("Tệp toàn số", ["pdf"])
    .optional()
    .register(fields, { label: "Tệp toàn số", widget: "file", hint: "Bản PDF của cả số, nếu có." }),
  documents: z
    .array(documentNumber("Văn bản đăng trong số này"), {
      error: "«Văn bản đăng trong số này» phải là một danh sách số, ký hiệu.",
    })
    .min(1, { error: "Hãy điền ít nhất một văn bản đăng trong số này." })
    .max(200, { error: "Tối đa 200 văn bản trong một số." })
    .register(fields, {
      label: "Văn bản đăng trong số này",
      widget: "list",
      hint: "Số, ký hiệu theo thứ tự trong số báo, cách nhau bằng dấu phẩy.",
    }),
});

export type Gazette = z.infer<typeof gazetteSchema>;
