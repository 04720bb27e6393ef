import { parse, YAMLParseError } from "yaml";
import type { z } from "zod";
import { classOf, mediaFile, readContentPath } from "../content-model/content-path.ts";
import { daysOfOtherYears, holidaysSchema } from "../content-model/holidays.ts";
import { libraryAddresses } from "../content-model/library-addresses.ts";
import { isPictureName } from "../content-model/library-files.ts";
import { parseEntry } from "../content-model/entry-file.ts";
import type { EntrySchema } from "../content-model/field.ts";
import type { EntryPlace } from "../content-model/entry-kinds.ts";
import { entryForms, entrySchemas } from "../content-model/entry-schemas.ts";
import { adSchema } from "../content-model/ad.ts";
import { reservedPageSlugs } from "../content-model/page.ts";
import { portalSchema, type Portal } from "../content-model/portal.ts";
import { siteSchema } from "../content-model/site.ts";
import { isMonth, monthRule } from "../content-model/slug.ts";
import type { News } from "../content-model/news.ts";
import type { Week } from "../content-model/week.ts";
import { vietnamDay } from "../foundation/vietnam-time.ts";
import type { Repository } from "../git/repository.ts";
import { isTakenDown } from "./changes.ts";
import { checkAd } from "./check-ad.ts";
import { checkCoverRights } from "./check-cover-rights.ts";
import { checkDocument, checkPiece } from "./check-kinds.ts";
import { checkFileName } from "./check-file-name.ts";
import { checkLibraryFile } from "./check-library-file.ts";
import { checkLogo } from "./check-logo.ts";
import { checkPicture } from "./check-picture.ts";
import { checkReferences, settingsOf } from "./check-references.ts";
import { checkBody, checkText } from "./check-text.ts";
import { checkWords } from "./check-words.ts";
import { checkWeek } from "./check-week.ts";
import type { Finding } from "./finding.ts";
import { checkKind } from "./kind-checks.ts";
import { unknownSections } from "./unknown-sections.ts";

/** A file that a submission adds, changes or removes, as it is in the merge result. */
export interface SubmittedFile {
  path: string;
  status: "added" | "modified" | "removed" | "renamed";
  previousPath?: string | undefined;
  /** Git's file mode, where it is known: `100644` is an ordinary file. */
  mode?: string | undefined;
}

/** Where the checks read: the tree of the merge result, so that two submissions right alone but wrong together are seen. */
export interface MergeResult {
  files: readonly SubmittedFile[];
  read: (path: string) => Promise<Buffer | undefined>;
  /** The files of a folder, by their paths; with `like`, those alone that are. */
  list: (folder: string, like?: (path: string) => boolean) => Promise<string[]>;
  /** The text inside a file of the library; undefined for what holds none, `""` where none can be read. */
  textOf: (data: Uint8Array) => Promise<string | undefined>;
  /** When it is checked: what is over cannot be put up. */
  now: Date;
}

/** The merge result of a submission in a repository, read through its tree. */
export function mergeResult(
  repository: Repository,
  tree: string,
  files: readonly SubmittedFile[],
  around: Pick<MergeResult, "now" | "textOf">,
): MergeResult {
  return {
    files,
    ...around,
    read: (path) => repository.readFile(tree, path),
    list: async (folder, like = () => true) =>
      (await repository.listTree(tree, { path: folder })).flatMap(({ type, path }) =>
        type === "blob" && like(path) ? [path] : [],
      ),
  };
}

/** Runs every check on a submission; all findings are reported together. */
export async function checkSubmission(result: MergeResult): Promise<Finding[]> {
  const findings = await Promise.all(result.files.map((file) => checkFile(file, result)));
  return findings.flat();
}

async function checkFile(file: SubmittedFile, result: MergeResult): Promise<Finding[]> {
  const findings = checkPath(file);
  if (file.status === "removed") return [...findings, ...checkRemoval(file.path)];
  if (file.status === "renamed" && file.previousPath) findings.push(...checkRemoval(file.previousPath));
  const data = await result.read(file.path);
  if (!data) return findings;
  const place = readContentPath(file.path);
  if (place.kind !== "code") findings.push(...(await checkWords(file.path, data, result)));
  switch (place.kind) {
    case "media":
      return [
        ...findings,
        ...(isPictureName(place.name)
          ? await checkPicture(file.path, data)
          : checkLibraryFile(file.path, data)),
      ];
    case "portal":
      return [...findings, ...(await checkPortal(file.path, data, result))];
    case "site":
      return [
        ...findings,
        ...checkSettings(siteSchema, file.path, data),
        ...(await checkNamedSections(place.site, file.path, result)),
        ...(await checkLogo(file.path, place.site, data, result)),
      ];
    case "holidays":
      return [...findings, ...checkHolidays(file.path, place.year, data)];
    case "case":
    case "dictionary":
    case "other-content":
    case "code":
      return findings;
    default:
      return [...findings, ...(await checkEntryFile(place, file, data, result))];
  }
}

/** An entry by its kind: its fields and body, and what its kind demands besides. */
async function checkEntryFile(
  place: EntryPlace,
  file: SubmittedFile,
  data: Buffer,
  result: MergeResult,
): Promise<Finding[]> {
  const { kind, site, slug } = place;
  const { path } = file;
  const bodyRequired = entryForms[kind].body.required;
  const schema = entrySchemas[kind] as EntrySchema;
  const findings = await checkEntry(schema, path, site, data, result, { bodyRequired });
  // What its readers do not see any more is not looked at as if they did: whatever is wrong with it, it can be taken down.
  if (isTakenDown(data.toString("utf8"))) return findings;
  if (kind === "news") findings.push(...checkMonth(path, slug));
  if (kind === "ad") findings.push(...(await checkAdAround(file, site, data, result)));
  if (kind === "document") findings.push(...checkDocument(path, place, data));
  if (kind === "piece") findings.push(...checkPiece(path, data));
  if (kind === "page") findings.push(...checkReserved(path, slug));
  if (file.status !== "modified") findings.push(...(await checkFileName(path, result)));
  const entry = parseEntry(schema, data.toString("utf8"));
  if (!entry.ok) return findings;
  return [
    ...findings,
    ...(await checkReferences(place, path, entry.data, result.read)),
    ...(await checkKind({ place, path, data: entry.data }, result.read)),
    ...(kind === "news" && file.status === "added" ? checkCoverRights(path, entry.data as News) : []),
    ...(kind === "week" ? await checkWeek(path, place, entry.data as Week, result) : []),
  ];
}

function checkPath(file: SubmittedFile): Finding[] {
  const findings: Finding[] = [];
  if (file.path !== file.path.normalize("NFC")) {
    findings.push(
      block(file.path, "Tên tệp không ở dạng Unicode dựng sẵn (NFC).", "Đổi tên tệp, gõ lại các chữ có dấu."),
    );
  }
  // A link could show a file that the submission does not hold; a sub-module holds files nobody has checked.
  if (file.mode === "120000" || file.mode === "160000") {
    findings.push(
      block(file.path, "Tệp là liên kết tới nơi khác, không phải nội dung.", "Gửi chính tệp đó."),
    );
  }
  if (classOf(file.path) !== "content") {
    findings.push({
      level: "advise",
      file: file.path,
      message: "Đây là thiết lập hoặc mã nguồn: cần người vận hành duyệt.",
    });
  }
  return findings;
}

function checkRemoval(path: string): Finding[] {
  const { kind } = readContentPath(path);
  if (kind === "news") {
    return [
      block(
        path,
        "Bài đã đăng không được xoá.",
        "Bật «Gỡ bài» và ghi lý do: địa chỉ của bài sẽ hiện thông báo đã gỡ.",
      ),
    ];
  }
  if (kind === "portal" || kind === "site")
    return [block(path, "Tệp thiết lập này không được xoá.", "Khôi phục tệp trong bản gửi.")];
  return [];
}

async function checkAdAround(
  { path, status }: SubmittedFile,
  site: string,
  data: Buffer,
  result: MergeResult,
): Promise<Finding[]> {
  const entry = parseEntry(adSchema, data.toString("utf8"));
  if (!entry.ok) return [];
  const files = await result.list(`content/sites/${site}/ads`);
  const others = await Promise.all(
    files.map(async (file) => {
      const other = parseEntry(adSchema, (await result.read(file))?.toString("utf8") ?? "");
      return other.ok ? ([[file, other.data]] as const) : [];
    }),
  );
  return checkAd(path, entry.data, {
    domain: (await settingsOf(site, result.read))?.domain,
    others: new Map(others.flat()),
    today: vietnamDay(result.now),
    isNew: status === "added",
  });
}

async function checkEntry(
  schema: EntrySchema,
  path: string,
  site: string,
  data: Buffer,
  result: MergeResult,
  options: { bodyRequired: boolean },
): Promise<Finding[]> {
  const text = data.toString("utf8");
  const findings = checkText(path, data);
  const entry = parseEntry(schema, text);
  if (!entry.ok) {
    return [
      ...findings,
      ...entry.problems.map(({ field, label, message }) => ({
        level: "block" as const,
        file: path,
        field,
        label,
        message,
      })),
    ];
  }
  if (isTakenDown(text)) return findings;
  const body = checkBody(path, entry.body, options);
  const pictures = [...new Set([...libraryAddresses(entry.data), ...body.pictures])];
  const missing = await Promise.all(
    pictures.map(async (address) => ((await result.read(mediaFile(site, address))) ? [] : [address])),
  );
  return [
    ...findings,
    ...body.findings,
    ...missing
      .flat()
      .map((address) =>
        block(path, `Không tìm thấy ${address} trong thư viện.`, "Tải tệp lên lại rồi chọn tệp đó."),
      ),
  ];
}

function checkMonth(path: string, slug: string): Finding[] {
  return isMonth(slug) ? [block(path, `Tên tệp «${slug}.md» ${monthRule}`, "Đổi tên tệp rồi gửi lại.")] : [];
}

function checkReserved(path: string, slug: string): Finding[] {
  if (!reservedPageSlugs.includes(slug)) return [];
  return [block(path, `Địa chỉ «/${slug}» dành riêng cho hệ thống.`, "Đổi tên trang.")];
}

function checkSettings(schema: z.ZodType, path: string, data: Buffer): Finding[] {
  try {
    const result = schema.safeParse(parse(data.toString("utf8")));
    return (result.error?.issues ?? []).map((issue) => ({
      ...block(path, `${issue.path.join(".")}: ${issue.message}`, "Sửa trường này rồi gửi lại."),
      field: issue.path.join("."),
    }));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return [block(path, `Tệp viết sai YAML: ${error.message.split("\n")[0] ?? ""}`, "Sửa dòng được nêu.")];
  }
}

/** The authority's settings by themselves, and whether every section that a right names is one of its sites. */
async function checkPortal(path: string, data: Buffer, { read }: MergeResult): Promise<Finding[]> {
  const wrong = checkSettings(portalSchema, path, data);
  if (wrong.length > 0) return wrong;
  const portal = portalSchema.parse(parse(data.toString("utf8")));
  return unknownSections(portal, await sectionsOf(portal.sites, read)).map(({ field, message, remedy }) => ({
    ...block(path, message, remedy),
    field,
  }));
}

/** A section that is taken out of a site while somebody's rights still name it. */
async function checkNamedSections(site: string, path: string, { read }: MergeResult): Promise<Finding[]> {
  const text = (await read("content/portal.yaml"))?.toString("utf8");
  const portal = text === undefined ? undefined : readPortal(text);
  if (!portal) return [];
  const unknown = unknownSections(portal, await sectionsOf(portal.sites, read));
  return unknown
    .filter(({ sites }) => sites.includes(site))
    .map(({ section, field }) =>
      block(
        path,
        `Chuyên mục «${section}» bị bỏ nhưng content/portal.yaml còn giao quyền theo nó (${field}).`,
        "Giữ lại chuyên mục này, hoặc sửa quyền trong content/portal.yaml ở cùng bài gửi.",
      ),
    );
}

function readPortal(text: string): Portal | undefined {
  try {
    return portalSchema.safeParse(parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The ids of the sections of each site; a site whose settings cannot be read is left out: that is told elsewhere. */
async function sectionsOf(
  sites: readonly string[],
  read: MergeResult["read"],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const site of sites) {
    const settings = await settingsOf(site, read);
    if (settings)
      found.set(
        site,
        settings.sections.map(({ id }) => id),
      );
  }
  return found;
}

/** The holidays of a year: what they say, and whether they are that year's. */
function checkHolidays(path: string, year: string, data: Buffer): Finding[] {
  const wrong = checkSettings(holidaysSchema, path, data);
  if (wrong.length > 0) return wrong;
  const others = daysOfOtherYears(holidaysSchema.parse(parse(data.toString("utf8"))), year);
  if (others.length === 0) return [];
  return [
    block(
      path,
      `Có ngày không thuộc năm ${year}: ${others.join(", ")}.`,
      "Chuyển ngày đó sang tệp của năm nó thuộc về.",
    ),
  ];
}

function block(file: string, message: string, remedy: string): Finding {
  return { level: "block", file, message, remedy };
}
