import { createHash } from "node:crypto";
import { readFile, realpath, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { importedFilesFolder } from "../../content-model/import-places.ts";
import { libraryFileRefusal } from "../../content-model/library-file-refusal.ts";
import { libraryFileKinds, shownSize } from "../../content-model/library-files.ts";
import { slugOf } from "../../content-model/slug.ts";
import { findPersonalData } from "../../editorial/personal-data/find-personal-data.ts";
import { download, DownloadFailed, type DownloadOptions } from "../fetch/download.ts";
import type { MappedAttachment } from "../map-record.ts";
import { reason, reasons, type Reason } from "../reason.ts";
import { bearsSecrecyMark, kinds } from "../screen-text.ts";
import { openArchive } from "./archive.ts";

/** An attachment that may be published. */
export interface ReadyAttachment {
  /** Below the site's library: `van-ban-nhap/ab/<hash>/quyet-dinh.pdf`. */
  path: string;
  label: string;
  sha256: string;
  bytes: Buffer;
}

export interface AttachmentRules extends Pick<
  DownloadOptions,
  "rules" | "patience" | "tries" | "wait" | "random"
> {
  /** Where files are put while they are looked at. */
  folder: string;
  /** The address against which relative ones are read. */
  base: string;
  /** The folder beside whose files relative ones lie, where the source is a folder. */
  beside?: string | undefined;
  textOf: (bytes: Uint8Array) => Promise<string | undefined>;
}

export type AttachmentOutcome = { ready: ReadyAttachment[] } | { refused: Reason; secret?: true };

const endings = ["pdf", "docx", "xlsx"] as const;
type Ending = (typeof endings)[number];
const largest = Math.max(...endings.map((ending) => libraryFileKinds[ending].largest));

/** Gets an attachment's bytes and looks at them: what it is tells its content alone, its name is shown and nothing more. */
export async function fetchAttachment(
  attachment: MappedAttachment,
  rules: AttachmentRules,
): Promise<AttachmentOutcome> {
  const { name, url, data } = attachment;
  const shown = name || url.slice(url.lastIndexOf("/") + 1) || "tệp đính kèm";
  const got =
    data !== ""
      ? fromRecord(data, shown)
      : rules.beside !== undefined && !URL.canParse(url)
        ? await fromFolder(url, rules.beside, shown)
        : await fromAddress(url, rules, shown);
  if ("refused" in got) return got;
  const { bytes } = got;
  const sha256 = hash(bytes);
  if (attachment.sha256 !== "" && attachment.sha256 !== sha256)
    return refused(shown, "nội dung không khớp mã kiểm tra (SHA-256) mà nguồn ghi", resend);
  const ending = endingOfBytes(bytes);
  if (ending !== undefined) return oneFile(bytes, ending, { ...attachment, shown }, rules);
  const inside = openArchive(bytes, { endings, largest });
  if (inside === undefined)
    return refused(
      shown,
      whatItIs(bytes, shown),
      "Nhờ đơn vị ban hành xuất tệp ra PDF (hoặc docx, xlsx) rồi gửi lại.",
    );
  if ("broken" in inside) return refused(shown, inside.broken, resend);
  const ready: ReadyAttachment[] = [];
  for (const file of inside.files) {
    const kind = endingOfBytes(file.bytes);
    if (kind === undefined)
      return refused(
        file.name,
        whatItIs(file.bytes, file.name),
        "Nhờ đơn vị ban hành xuất tệp ra PDF (hoặc docx, xlsx) rồi gửi lại.",
      );
    const label = inside.files.length > 1 ? file.name : attachment.label;
    const outcome = await oneFile(
      file.bytes,
      kind,
      { ...attachment, label, name: file.name, shown: file.name },
      rules,
    );
    if ("refused" in outcome) return outcome;
    ready.push(...outcome.ready);
  }
  return { ready };
}

const resend = "Kiểm tra tệp ở phần mềm nguồn rồi gửi lại; lần nhập sau tự thử.";

function refused(name: string, why: string, remedy: string): { refused: Reason } {
  return { refused: reason("Tệp đính kèm", `Tệp «${name.slice(0, 100)}»: ${why}.`, remedy) };
}

async function fromAddress(
  url: string,
  { base, folder, ...rules }: AttachmentRules,
  shown: string,
): Promise<{ bytes: Buffer } | { refused: Reason }> {
  if (url === "") return refused(shown, "nguồn không cho địa chỉ cũng không kèm nội dung", resend);
  const file = join(folder, `tep-${hash(Buffer.from(url)).slice(0, 24)}`);
  try {
    const got = await download(URL.canParse(url, base) ? new URL(url, base).href : url, file, {
      ...rules,
      largest,
    });
    if (got.kind === "unchanged") throw new Error("unasked");
    const bytes = await readFile(file);
    await rm(file, { force: true });
    return { bytes };
  } catch (error) {
    if (!(error instanceof DownloadFailed)) throw error;
    return refused(
      shown,
      `chưa tải được (${error.message})`,
      error.lasting
        ? "Nếu địa chỉ đúng, thêm máy chủ vào mục hosts của nguồn trong content/portal.yaml; nếu sai, nhờ nguồn sửa."
        : "Lần nhập sau tự thử lại.",
    );
  }
}

/** A file that somebody put beside the source's own: below the same folder, whatever its name says. */
async function fromFolder(
  name: string,
  folder: string,
  shown: string,
): Promise<{ bytes: Buffer } | { refused: Reason }> {
  const missing = refused(
    shown,
    "không có trong thư mục của nguồn",
    "Chép tệp vào đúng chỗ mà bản ghi nêu; lần nhập sau tự nhận.",
  );
  if (name === "") return missing;
  try {
    const [file, root] = await Promise.all([
      realpath(join(folder, name.replaceAll("\\", "/"))),
      realpath(folder),
    ]);
    if (!file.startsWith(`${root}/`))
      return refused(shown, "đường dẫn ra ngoài thư mục của nguồn", "Nhờ nguồn sửa đường dẫn của tệp.");
    if ((await stat(file)).size > largest) return refused(shown, `nặng quá ${shownSize(largest)}`, resend);
    return { bytes: await readFile(file) };
  } catch {
    return missing;
  }
}

function fromRecord(data: string, shown: string): { bytes: Buffer } | { refused: Reason } {
  const plain = data.replace(/^data:[^,]*,/, "").replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(plain) || plain.length % 4 === 1)
    return refused(shown, "chỗ dành cho nội dung tệp không phải base64", resend);
  if (plain.length * 0.75 > largest) return refused(shown, `nặng quá ${shownSize(largest)}`, resend);
  return { bytes: Buffer.from(plain, "base64") };
}

/** What a file is by its content; undefined for what is not taken. */
function endingOfBytes(bytes: Buffer): Ending | undefined {
  return endings.find((ending) => libraryFileRefusal(`tep.${ending}`, bytes) === undefined);
}

function whatItIs(bytes: Buffer, name: string): string {
  const start = bytes.subarray(0, 200).toString("latin1");
  if (bytes.length === 0) return "tệp rỗng";
  if (/^\s*(?:<!doctype html|<html|<head|<body|<script)/i.test(start))
    return "bên trong là một trang HTML, không phải văn bản";
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return (
    libraryFileRefusal(`tep.${ending || "bin"}`, bytes)?.message.replace(/\.$/, "") ??
    "không phải PDF, Word (docx) hay Excel (xlsx)"
  );
}

async function oneFile(
  bytes: Buffer,
  ending: Ending,
  { name, label, shown }: Pick<MappedAttachment, "name" | "label"> & { shown: string },
  { textOf }: AttachmentRules,
): Promise<AttachmentOutcome> {
  if (bytes.length > libraryFileKinds[ending].largest)
    return refused(
      shown,
      `nặng quá ${shownSize(libraryFileKinds[ending].largest)}`,
      "Nhờ đơn vị ban hành xuất lại tệp nhẹ hơn.",
    );
  if (ending !== "pdf") {
    const inside = openArchive(bytes, { endings: [], largest: largestUnpacked });
    if (inside && "broken" in inside) return refused(shown, inside.broken, resend);
  }
  if (ending === "pdf" && !bytes.includes("%%EOF"))
    return refused(shown, "tệp PDF bị cụt, không có phần cuối", resend);
  const text = (await textOf(bytes)) ?? "";
  // What nobody can open shows nothing, and hides what must not be shown.
  if (ending === "pdf" && text === "" && bytes.includes("/Encrypt"))
    return refused(shown, "tệp PDF đặt mật khẩu", "Nhờ đơn vị ban hành bỏ mật khẩu rồi gửi lại.");
  if (bearsSecrecyMark([text, name])) return { refused: reasons.secret(), secret: true };
  const personal = findPersonalData(text).filter(({ kind }) => kind !== "mobile" && kind !== "mail");
  if (personal.length > 0)
    return refused(
      shown,
      `bên trong có ${kinds[personal[0]?.kind ?? "identity"]} của cá nhân`,
      "Nhờ đơn vị ban hành che thông tin riêng trong tệp rồi gửi lại, hoặc để biên tập viên đăng bằng tay sau khi che.",
    );
  const sha256 = hash(bytes);
  const own =
    slugOf(name.replace(/\.[a-z0-9]{1,5}$/i, ""))
      .slice(0, 80)
      .replace(/-$/, "") || "van-ban";
  return {
    ready: [
      {
        path: `${importedFilesFolder}/${sha256.slice(0, 2)}/${sha256.slice(0, 32)}/${own}.${ending}`,
        label: label.slice(0, 150),
        sha256,
        bytes,
      },
    ],
  };
}

/** What an Office file may hold when it is unpacked, in bytes. */
const largestUnpacked = 200_000_000;

const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
