import { z } from "zod";
import { documentNumber } from "./document-number.ts";
import { documentFields, documentTypes, type DocumentType } from "./document-types.ts";
import { fields } from "./field.ts";
import { day, formerAddresses, libraryFile, line } from "./text.ts";

const oneOf = (label: string, list: readonly DocumentType[]) =>
  z.enum(
    list.map(({ id }) => id),
    { error: `Hãy chọn «${label}» trong danh sách.` },
  );
const options = (list: readonly DocumentType[]) => list.map(({ id, name }) => ({ value: id, label: name }));

const numbers = (label: string) =>
  z
    .array(documentNumber(label), { error: `«${label}» phải là một danh sách số, ký hiệu.` })
    .max(50, { error: `«${label}»: tối đa 50 văn bản.` })
    .optional();

const attachment = z.strictObject({
  file: libraryFile("Tệp", ["pdf", "docx", "xlsx"]).register(fields, { label: "Tệp", widget: "file" }),
  label: line("Tên tệp", 2, 150).optional().register(fields, {
    label: "Tên tệp",
    widget: "string",
    hint: "Để trống nếu là chính văn bản. Ví dụ: Phụ lục 1, Mẫu đơn",
  }),
});

/** Where an imported document comes from; no form shows it. */
const documentSource = z.strictObject({
  /** The source in `portal.yaml`. */
  from: z.string(),
  /** Its name there. */
  id: z.string().max(300),
  /** Of the record that it was made from: the same again changes nothing. */
  digest: z.string().regex(/^[0-9a-f]{16,64}$/),
  /** When the source changed it, where it tells: nothing older replaces it. */
  changed: z.iso.datetime().optional(),
});

/** An official document: `content/sites/<site>/documents/<year of issue>/<number as a slug>.md`, shown at `/van-ban/<year>/<slug>`. */
export const documentSchema = z
  .strictObject({
    number: documentNumber("Số, ký hiệu").register(fields, {
      label: "Số, ký hiệu",
      widget: "string",
      hint: "Chép đúng như trên văn bản. Ví dụ: 12/2026/QĐ-UBND",
    }),
    type: oneOf("Loại văn bản", documentTypes).register(fields, {
      label: "Loại văn bản",
      widget: "select",
      options: options(documentTypes),
    }),
    issuer: line("Cơ quan ban hành", 3, 150).register(fields, {
      label: "Cơ quan ban hành",
      widget: "string",
      hint: "Ví dụ: Ủy ban nhân dân tỉnh Sông Mây",
    }),
    excerpt: line("Trích yếu", 10, 1000).register(fields, {
      label: "Trích yếu",
      widget: "text",
      hint: "Chép nguyên văn trích yếu nội dung. Ví dụ: Ban hành Quy định về quản lý vỉa hè trên địa bàn tỉnh",
    }),
    signerTitle: line("Chức vụ người ký", 3, 150).optional().register(fields, {
      label: "Chức vụ người ký",
      widget: "string",
      required: true,
      hint: "Ví dụ: Phó Chủ tịch (ký thay Chủ tịch)",
    }),
    signer: line("Người ký", 3, 100).optional().register(fields, {
      label: "Người ký",
      widget: "string",
      hint: "Họ và tên người ký, nếu cần hiện. Ví dụ: Nguyễn Văn An",
    }),
    issuedOn: day("Ngày ban hành").register(fields, { label: "Ngày ban hành", widget: "datetime" }),
    effectiveFrom: day("Ngày có hiệu lực").optional().register(fields, {
      label: "Ngày có hiệu lực",
      widget: "datetime",
      default: "",
      hint: "Để trống nếu văn bản không ghi.",
    }),
    expiredOn: day("Ngày hết hiệu lực").optional().register(fields, {
      label: "Ngày hết hiệu lực",
      widget: "datetime",
      default: "",
      hint: "Điền khi văn bản hết hiệu lực; văn bản vẫn đọc được.",
    }),
    partlyExpiredOn: day("Ngày hết hiệu lực một phần").optional().register(fields, {
      label: "Ngày hết hiệu lực một phần",
      widget: "datetime",
      default: "",
      hint: "Điền khi một số điều, khoản hết hiệu lực trước; trang ghi «Hết hiệu lực một phần».",
    }),
    field: oneOf("Lĩnh vực", documentFields)
      .optional()
      .register(fields, {
        label: "Lĩnh vực",
        widget: "select",
        required: true,
        options: options(documentFields),
      }),
    attachments: z
      .array(attachment, { error: "«Tệp đính kèm» phải là một danh sách." })
      .max(20, { error: "Tối đa 20 tệp đính kèm." })
      .optional()
      .register(fields, {
        label: "Tệp đính kèm",
        widget: "objects",
        item: { singular: "Tệp", summary: "{{fields.label}} {{fields.file}}" },
        hint: "Bản PDF có chữ (không phải ảnh quét) để người đọc tìm và nghe được.",
      }),
    amends: numbers("Sửa đổi, bổ sung cho").register(fields, {
      label: "Sửa đổi, bổ sung cho",
      widget: "list",
      hint: "Số, ký hiệu các văn bản được văn bản này sửa đổi, cách nhau bằng dấu phẩy.",
    }),
    replaces: numbers("Thay thế cho").register(fields, {
      label: "Thay thế cho",
      widget: "list",
      hint: "Số, ký hiệu các văn bản bị văn bản này thay thế.",
    }),
    replacedBy: numbers("Được thay thế bởi").register(fields, {
      label: "Được thay thế bởi",
      widget: "list",
    }),
    guides: numbers("Hướng dẫn thi hành").register(fields, {
      label: "Hướng dẫn thi hành",
      widget: "list",
      hint: "Số, ký hiệu các văn bản mà văn bản này quy định chi tiết hoặc hướng dẫn.",
    }),
    formerAddresses: formerAddresses("/van-ban/2024/12-2024-qd-ubnd").register(fields, {
      label: "Địa chỉ cũ",
      widget: "list",
      hint: "Nếu văn bản từng ở địa chỉ khác, chẳng hạn trước khi sửa số: người mở địa chỉ cũ được dẫn đến đây.",
    }),
    withdrawn: z.boolean({ error: "«Gỡ văn bản» phải là có hoặc không." }).optional().register(fields, {
      label: "Gỡ văn bản",
      widget: "boolean",
      default: false,
      hint: "Bật để gỡ văn bản khỏi trang. Địa chỉ của văn bản sẽ hiện thông báo đã gỡ.",
    }),
    withdrawnReason: line("Lý do gỡ", 10, 300).optional().register(fields, {
      label: "Lý do gỡ",
      widget: "string",
      hint: "Bắt buộc khi gỡ văn bản; người đọc sẽ thấy lý do này.",
    }),
    source: documentSource.optional(),
  })
  // Not `superRefine`: what it makes for each document outlives it, and an import judges 100,000 in a row.
  .check(({ value: document, issues }) => {
    const complain = (field: string, message: string) => {
      issues.push({ code: "custom", path: [field], message, input: document });
    };
    const { issuedOn, effectiveFrom, expiredOn } = document;
    // A system outside may not say them; whoever writes a document by hand knows them.
    if (!document.source) {
      if (document.signerTitle === undefined) complain("signerTitle", "Hãy điền «Chức vụ người ký».");
      if (document.field === undefined) complain("field", "Hãy chọn «Lĩnh vực» trong danh sách.");
    }
    const { partlyExpiredOn } = document;
    if (partlyExpiredOn !== undefined && partlyExpiredOn < (effectiveFrom ?? issuedOn))
      complain("partlyExpiredOn", "«Ngày hết hiệu lực một phần» không được trước ngày có hiệu lực.");
    if (expiredOn !== undefined && expiredOn < (effectiveFrom ?? issuedOn))
      complain("expiredOn", "«Ngày hết hiệu lực» không được trước ngày có hiệu lực.");
    if (document.withdrawn && !document.withdrawnReason)
      complain("withdrawnReason", "Gỡ văn bản thì phải ghi «Lý do gỡ».");
  });

export type OfficialDocument = z.infer<typeof documentSchema>;
