import { z } from "zod";

/** Text as it is kept: composed letters, no control characters, no blanks at the ends. */
const clean = (text: string) =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u2028\u2029\uFEFF]/g, "")
    .trim();

const oneLine = (text: string) => clean(text).replace(/\s+/g, " ");

/** One line that must be filled in. */
function line(label: string, min: number, max: number) {
  return z
    .string({ error: `Hãy điền «${label}».` })
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(min, {
          error: min <= 2 ? `Hãy điền «${label}».` : `«${label}» cần ít nhất ${String(min)} ký tự.`,
        })
        .max(max, { error: `«${label}» dài quá ${String(max)} ký tự, hãy rút gọn.` }),
    );
}

/** One line that may be left empty. */
const optionalLine = (label: string, max: number) =>
  z
    .string()
    .default("")
    .transform(oneLine)
    .pipe(z.string().max(max, { error: `«${label}» dài quá ${String(max)} ký tự, hãy rút gọn.` }));

/** Longest text that somebody may send, in characters: a long report has about 20,000. */
export const longestText = 60_000;

/** What somebody without an account sends in. */
export const contributionSchema = z.object({
  site: z.string({ error: "Hãy chọn trang nhận bài." }).min(1, { error: "Hãy chọn trang nhận bài." }),
  title: line("Tiêu đề bài", 10, 150),
  name: line("Họ và tên", 2, 80),
  penName: optionalLine("Bút danh", 80),
  unit: optionalLine("Cơ quan, đơn vị", 150),
  email: z
    .string({ error: "Hãy điền «Thư điện tử»." })
    .transform((text) => text.trim())
    .pipe(
      z
        .email({ error: "«Thư điện tử» phải là địa chỉ thư, ví dụ ten@example.com." })
        .max(200, { error: "«Thư điện tử» dài quá 200 ký tự." }),
    ),
  phone: z
    .string()
    .default("")
    .transform(oneLine)
    .pipe(
      z.union([
        z.literal(""),
        z.string().regex(/^\+?\d[\d .()-]{5,18}\d$/, {
          error: "«Điện thoại» chỉ gồm chữ số và dấu cách, ví dụ 0299 3 800 100.",
        }),
      ]),
    ),
  text: z
    .string()
    .default("")
    .transform(clean)
    .pipe(
      z.string().max(longestText, {
        error: `Bài dài quá ${String(longestText / 1000)} nghìn ký tự; hãy gửi bằng tệp Word.`,
      }),
    ),
});

export type Contribution = z.infer<typeof contributionSchema>;

/** A file that came with it, as it lies in the data folder. */
export interface ReceivedFile {
  /** As the sender called it. */
  name: string;
  path: string;
  size: number;
}

/** The text of a message, made fit to be kept in the same way. */
export const cleanText = clean;
export const cleanLine = oneLine;
