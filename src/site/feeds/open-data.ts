import { documentFieldName, documentTypeName } from "../../content-model/document-types.ts";
import type { DocumentEntry, SiteContent } from "../../content-store/content.ts";
import { documentsOfYearAndType } from "../../content-store/document-files.ts";
import { documentAddress } from "../../content-store/document-pages.ts";
import { libraryFileAddress } from "../../content-store/library-file-address.ts";
import { absolute } from "../views/document-head.ts";

type Value = string | readonly string[] | undefined;

/** A column of the registers as open data. */
interface Column {
  name: string;
  vi: string;
  en: string;
  value: (site: SiteContent, entry: DocumentEntry) => Value;
}

/** The columns in their order; the page of the open data explains them in these words. */
export const openDataColumns: readonly Column[] = [
  {
    name: "so_ky_hieu",
    vi: "Số, ký hiệu, đúng như trên văn bản",
    en: "Number and symbol, verbatim",
    value: (_, { data }) => data.number,
  },
  {
    name: "loai",
    vi: "Loại văn bản",
    en: "Type",
    value: ({ settings }, { data }) => documentTypeName(data.type, settings.language),
  },
  {
    name: "co_quan_ban_hanh",
    vi: "Cơ quan ban hành, theo tên trên văn bản",
    en: "Issuing authority as named on the document",
    value: (_, { data }) => data.issuer,
  },
  {
    name: "ngay_ban_hanh",
    vi: "Ngày ban hành (năm-tháng-ngày)",
    en: "Date of issue (year-month-day)",
    value: (_, { data }) => data.issuedOn,
  },
  {
    name: "ngay_hieu_luc",
    vi: "Ngày có hiệu lực; trống nếu không ghi",
    en: "In force from; empty if not told",
    value: (_, { data }) => data.effectiveFrom,
  },
  {
    name: "ngay_het_hieu_luc_mot_phan",
    vi: "Ngày hết hiệu lực một phần",
    en: "Partly no longer in force since",
    value: (_, { data }) => data.partlyExpiredOn,
  },
  {
    name: "ngay_het_hieu_luc",
    vi: "Ngày hết hiệu lực",
    en: "No longer in force since",
    value: (_, { data }) => data.expiredOn,
  },
  { name: "trich_yeu", vi: "Trích yếu nội dung", en: "Subject", value: (_, { data }) => data.excerpt },
  {
    name: "linh_vuc",
    vi: "Lĩnh vực",
    en: "Field",
    value: ({ settings }, { data }) => data.field && documentFieldName(data.field, settings.language),
  },
  {
    name: "chuc_vu_nguoi_ky",
    vi: "Chức vụ người ký",
    en: "Title of who signed",
    value: (_, { data }) => data.signerTitle,
  },
  {
    name: "nguoi_ky",
    vi: "Họ và tên người ký, nếu có",
    en: "Name of who signed, if told",
    value: (_, { data }) => data.signer,
  },
  {
    name: "sua_doi_bo_sung",
    vi: "Số, ký hiệu văn bản được sửa đổi, bổ sung",
    en: "Numbers of the documents it amends",
    value: (_, { data }) => data.amends ?? [],
  },
  {
    name: "thay_the",
    vi: "Số, ký hiệu văn bản bị thay thế",
    en: "Numbers of the documents it replaces",
    value: (_, { data }) => data.replaces ?? [],
  },
  {
    name: "duoc_thay_the_boi",
    vi: "Số, ký hiệu văn bản thay thế nó",
    en: "Numbers of the documents that replace it",
    value: (_, { data }) => data.replacedBy ?? [],
  },
  {
    name: "huong_dan",
    vi: "Số, ký hiệu văn bản được hướng dẫn thi hành",
    en: "Numbers of the documents it gives guidance on",
    value: (_, { data }) => data.guides ?? [],
  },
  {
    name: "dia_chi",
    vi: "Địa chỉ trang của văn bản",
    en: "Address of its page",
    value: (site, entry) => absolute(site, documentAddress(entry)),
  },
  {
    name: "tep",
    vi: "Địa chỉ các tệp đính kèm; trong CSV cách nhau bằng dấu cách",
    en: "Addresses of its files; separated by spaces in CSV",
    value: filesOf,
  },
];

function filesOf(site: SiteContent, { data }: DocumentEntry): string[] {
  return (data.attachments ?? []).flatMap(({ file }) => {
    const found = site.files.get(file);
    return found ? [absolute(site, libraryFileAddress(found))] : [];
  });
}

/** A register as a file for programs, by a name as `quyet-dinh.csv`; undefined where there are no such documents. */
export function openData(site: SiteContent, year = "", name = ""): string | undefined {
  const [type = "", format] = name.split(".");
  const documents = documentsOfYearAndType(site, year, type);
  if (documents.length === 0) return undefined;
  const rows = documents.map((entry) => openDataColumns.map(({ value }) => value(site, entry)));
  return format === "csv" ? csv(rows) : json(rows);
}

/** Excel reads UTF-8 only where a byte order mark says so. */
const byteOrderMark = "\ufeff";

function csv(rows: readonly (readonly Value[])[]): string {
  const lines = [openDataColumns.map(({ name }) => name), ...rows.map((row) => row.map(cell))];
  return `${byteOrderMark}${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

const cell = (value: Value): string =>
  value === undefined ? "" : typeof value === "string" ? value : value.join(" ");

/** What a spreadsheet would take for a formula is text. */
function quoted(text: string): string {
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function json(rows: readonly (readonly Value[])[]): string {
  const objects = rows.map((row) =>
    JSON.stringify(Object.fromEntries(openDataColumns.map(({ name }, at) => [name, row[at] ?? null]))),
  );
  return `[\n${objects.join(",\n")}\n]\n`;
}
