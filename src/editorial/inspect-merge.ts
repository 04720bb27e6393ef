import { pageOfFile, readContentPath, readEntryPath } from "../content-model/content-path.ts";
import { largestEntry } from "../content-model/entry-file.ts";
import { isPictureName, largestLibraryFile, shownSize } from "../content-model/library-files.ts";
import { referencesOf } from "../content-model/references.ts";
import type { Content, ListedKind, SiteContent } from "../content-store/content.ts";
import type { Clock } from "../foundation/clock.ts";
import { describeProblem } from "../foundation/problem.ts";
import { mainBranch } from "../git/main-branch.ts";
import type { ChangedFile, Repository } from "../git/repository.ts";
import { isTakenDown, readEntry } from "./changes.ts";
import { checkDuplicates } from "./check-duplicates.ts";
import { checkImportSource } from "./check-import-source.ts";
import { checkLinks, elsewhereLinks } from "./check-links.ts";
import { checkSubmission, mergeResult, type MergeResult, type SubmittedFile } from "./check-submission.ts";
import type { ElsewhereLink } from "./elsewhere-links.ts";
import { blocking, type Finding } from "./finding.ts";
import { noteGrounds, type Grounds } from "./grounds.ts";
import { partsOf, type Part } from "./part.ts";

/** What inspecting a merge needs besides the repository: content of a tree, and one page rendered from it. */
export interface Inspector {
  repository: Repository;
  /** The text inside a file of the library, PDF or Word for instance; undefined for what holds none. */
  textOf: (data: Uint8Array) => Promise<string | undefined>;
  /** Throws a Problem where settings are missing or wrong. */
  load: (tree: string) => Promise<Content>;
  /** Throws where the page cannot be rendered. */
  render: (content: Content, site: string, path: string) => Promise<unknown>;
  clock: Clock;
}

/** What a merge would give. */
export interface Inspected {
  /** The commit of main that was merged into. */
  main: string;
  files: readonly SubmittedFile[];
  parts: readonly Part[];
  findings: readonly Finding[];
  /** Links that lead to other people's sites; nothing here waits for them. */
  elsewhere: readonly ElsewhereLink[];
  /** What of main the findings rest on. */
  grounds: Grounds;
}

/** Content files that one submission may change: more than an approver can read, and than the forge lists at once. */
const mostFiles = 100;

/**
 * What merging a commit into main would give, and everything the checks find there: the rules on each file, then the
 * whole content loaded and the touched pages rendered, so that nothing is merged that could not be published.
 */
export async function inspectMerge(
  head: string,
  { repository, textOf, load, render, clock }: Inspector,
): Promise<Inspected> {
  const main = await repository.resolve(mainBranch);
  if (!main) throw new Error("The repository has no main.");
  const { tree, conflicts } = await repository.mergeTree(main, head);
  const files = await repository.changedFiles(main, tree, { renames: false });
  const content = files.filter(({ path }) => path.startsWith("content/"));
  const { grounds, noting } = noteGrounds([
    ...(await ownFiles(repository, main, head)),
    ...files.map(({ path }) => path),
    ...conflicts,
  ]);
  const found = await findingsOn(content);
  // What is too much or too large to be read is not read for its sections either: it cannot be merged as it is.
  const parts = found.readable ? await partsOfMerge(repository, main, tree, files) : files.map(toPart);
  return { main, files, parts, findings: found.findings, elsewhere: found.elsewhere ?? [], grounds };

  async function findingsOn(
    changed: readonly ChangedFile[],
  ): Promise<{ findings: Finding[]; readable: boolean; elsewhere?: ElsewhereLink[] }> {
    if (changed.length > mostFiles) return { findings: [tooManyFiles(changed.length)], readable: false };
    const oversized = (await Promise.all(changed.map((file) => tooLargeToRead(file, repository)))).flat();
    if (oversized.length > 0) return { findings: oversized, readable: false };
    if (conflicts.length > 0) return { findings: conflicts.map(conflictFinding), readable: true };
    const result = noting(mergeResult(repository, tree, files, { now: clock(), textOf }));
    const findings = [
      ...(await checkSubmission(result)),
      ...(await Promise.all(changed.map((file) => checkSources(file, repository)))).flat(),
    ];
    // What an approver may let stand does not excuse it from being tried out.
    const isStopped = blocking(findings).some(({ waiver }) => waiver === undefined);
    if (isStopped || changed.length === 0) return { findings, readable: true };
    const tried = await tryOut(tree, changed, { load, render, read: result.read, grounds });
    return { ...tried, findings: [...findings, ...tried.findings], readable: true };
  }
}

/** The files that a submission changes, also those which main has the same by now. */
async function ownFiles(repository: Repository, main: string, head: string): Promise<string[]> {
  const base = await repository.mergeBase(main, head);
  if (base === undefined) return [];
  return (await repository.changedFiles(base, head, { renames: false })).map(({ path }) => path);
}

/** The parts of a merge of two trees in the repository. */
export function partsOfMerge(
  repository: Repository,
  before: string,
  after: string,
  files: readonly SubmittedFile[],
): Promise<Part[]> {
  return partsOf(files, {
    before: (path) => repository.readFile(before, path),
    after: (path) => repository.readFile(after, path),
  });
}

const toPart = ({ path }: SubmittedFile): Part => ({ path });

async function tryOut(
  tree: string,
  files: readonly SubmittedFile[],
  { load, render, ...around }: Pick<Inspector, "load" | "render"> & Looking,
): Promise<{ findings: Finding[]; elsewhere?: ElsewhereLink[] }> {
  try {
    const content = await load(tree);
    if (content.problems.length > 0) {
      for (const { file } of content.problems) around.grounds.paths.add(file);
      return {
        findings: content.problems.map(({ file, ...problem }) => ({ level: "block", file, ...problem })),
      };
    }
    const among = await Promise.all(files.map((file) => checkAmong(file, content, around)));
    const findings = [
      ...files.flatMap((file) => stillUsed(file, content, around.grounds)),
      ...among.flatMap((one) => one.findings),
    ];
    for (const { site, path } of touchedPages(files, content)) await render(content, site, path);
    return { findings, elsewhere: among.flatMap((one) => one.elsewhere) };
  } catch (error) {
    const message = `Bản sau khi nhập không dựng được thành trang: ${describeProblem(error)}`;
    const remedy = "Sửa lỗi được nêu, hoặc báo người vận hành.";
    return { findings: [{ level: "block", file: files[0]?.path ?? "", message, remedy }] };
  }
}

/** Where the checks look, and where they note what they looked at. */
type Looking = Pick<MergeResult, "read"> & { grounds: Grounds };

/** An entry among all others: where its links lead, whether readers have had it already. */
async function checkAmong(
  { path, status }: SubmittedFile,
  content: Content,
  { read, grounds }: Looking,
): Promise<{ findings: Finding[]; elsewhere: ElsewhereLink[] }> {
  const place = readEntryPath(path);
  if (!place || status === "removed") return { findings: [], elsewhere: [] };
  const text = (await read(path))?.toString("utf8") ?? "";
  if (isTakenDown(text)) return { findings: [], elsewhere: [] };
  const { body } = readEntry(text);
  const isNew = place.kind === "news" && status === "added";
  const findings = await Promise.all([
    checkLinks(path, place.site, body, {
      content,
      read,
      lookedThrough: (site) => grounds.sites.add(site),
    }),
    isNew
      ? checkDuplicates(path, place.site, content, (is, same) => {
          grounds.articles.push({ site: place.site, is });
          if (same !== undefined) grounds.paths.add(same);
        })
      : [],
  ]);
  return { findings: findings.flat(), elsewhere: elsewhereLinks(path, body, content) };
}

/** What a changed document says of the system that it was imported from, beside what main says. */
async function checkSources(
  { path, oid, previousOid }: ChangedFile,
  repository: Repository,
): Promise<Finding[]> {
  if (readEntryPath(path)?.kind !== "document" || oid === undefined || previousOid === undefined) return [];
  const [before, after] = await Promise.all([previousOid, oid].map((one) => repository.readObject(one)));
  return checkImportSource(path, before?.data.toString("utf8") ?? "", after?.data.toString("utf8") ?? "");
}

/** The pages of the changed entries, and the front page of each site that has any. */
function touchedPages(files: readonly SubmittedFile[], content: Content): { site: string; path: string }[] {
  const pages = files.flatMap(({ path, status }) => {
    const page = status === "removed" ? undefined : pageOfFile(path);
    return page ? [page] : [];
  });
  const sites = files.some(({ path }) => path.endsWith(".yaml"))
    ? [...content.sites.keys()]
    : [...new Set(pages.map(({ site }) => site))];
  return [...pages, ...sites.map((site) => ({ site, path: "/" }))].filter(({ site }) =>
    content.sites.has(site),
  );
}

/** A removed picture that entries still show, a removed page that the menu still names, a removed entry that others name. */
function stillUsed({ path, status }: SubmittedFile, content: Content, grounds: Grounds): Finding[] {
  const place = readContentPath(path);
  if (status !== "removed" || !("site" in place)) return [];
  grounds.sites.add(place.site);
  const site = content.sites.get(place.site);
  if (!site) return [];
  const users =
    place.kind === "media"
      ? showing(site, `/media/${place.name}`)
      : place.kind === "page"
        ? naming(site, `/${place.slug}`)
        : referring(site, place);
  if (users.length === 0) return [];
  return [
    {
      level: "block",
      file: path,
      message: `Vẫn còn được dùng ở: ${users.slice(0, 3).join(", ")}.`,
      remedy: "Sửa những chỗ đó trước khi xoá.",
    },
  ];
}

function showing(site: SiteContent, address: string): string[] {
  return [
    ...site.news.filter(({ data, media }) => data.cover === address || media.includes(address)),
    ...site.pages.filter(({ media }) => media.includes(address)),
    ...site.ads.filter(({ data }) => data.image === address),
    ...Object.values(site.entries)
      .flat()
      .filter(({ media }) => media.includes(address)),
  ].map((entry) => entry.file);
}

function naming(site: SiteContent, address: string): string[] {
  return site.settings.menu.some((item) => item.address === address)
    ? ["trình đơn của trang (site.yaml)"]
    : [];
}

/** The entries of a site whose fields name one. */
function referring(site: SiteContent, { kind, slug }: { kind: string; slug?: string }): string[] {
  return (Object.keys(site.entries) as ListedKind[]).flatMap((of) =>
    site.entries[of]
      .filter(({ data }) => referencesOf(of, data).some((one) => one.kind === kind && one.slug === slug))
      .map(({ file }) => file),
  );
}

/** Said by size alone: reading such a file is already too much. */
async function tooLargeToRead(file: ChangedFile, repository: Repository): Promise<Finding[]> {
  const size = file.oid === undefined ? 0 : ((await repository.inspect(file.oid))?.size ?? 0);
  const place = readContentPath(file.path);
  const most = place.kind === "media" ? largestLibraryFile(place.name) : largestEntry;
  if (size <= most) return [];
  const remedy =
    place.kind !== "media"
      ? "Tách thành nhiều bài, đưa ảnh vào thư viện ảnh."
      : isPictureName(place.name)
        ? "Thu nhỏ ảnh (rộng 2000 điểm ảnh là đủ) rồi tải lên lại."
        : `Nén hoặc chia nhỏ tệp, tối đa ${shownSize(most)}, rồi tải lên lại.`;
  return [
    { level: "block", file: file.path, message: `Tệp nặng ${shownSize(size)}, quá mức cho phép.`, remedy },
  ];
}

function tooManyFiles(count: number): Finding {
  return {
    level: "block",
    file: "content",
    message: `Bài gửi này đổi ${count} tệp, nhiều hơn mức một người duyệt đọc hết (${mostFiles}).`,
    remedy: "Tách thành nhiều bài gửi.",
  };
}

function conflictFinding(path: string): Finding {
  return {
    level: "block",
    file: path,
    message: "Có người đã đăng thay đổi ở cùng chỗ sau khi bài này được soạn.",
    remedy:
      "Mở lại bản đang đăng, đưa phần sửa của bạn vào rồi lưu thành bài gửi mới; phần bạn viết vẫn còn nguyên trong bài gửi này.",
  };
}
