import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEntryStore } from "../../src/content-store/entry-store.ts";
import { blocking, type Finding } from "../../src/editorial/finding.ts";
import { bearingOf } from "../../src/editorial/grounds.ts";
import { inspectMerge } from "../../src/editorial/inspect-merge.ts";
import { createBareRepository } from "../../src/git/create-bare-repository.ts";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { readContent, type ContentReader } from "../../src/operations/content-reader.ts";
import { aCheckout } from "../support/a-repository.ts";
import { anApprovingForge, articleFile } from "../support/an-approving-forge.ts";
import { aNewsText } from "../support/news.ts";
import { portalSettings } from "../support/portal.ts";
import { aSite } from "../support/site.ts";

type Files = Record<string, string | undefined>;

const news = (slug: string, site = "tinh") => `content/sites/${site}/news/2026/${slug}.md`;
const unit = (slug: string) => `content/sites/tinh/units/${slug}.md`;
const picture = "content/sites/tinh/media/2026/bao-cao.vtt";
const site = "content/sites/tinh/site.yaml";

const aUnitText = (title: string, parent?: string) =>
  `---\n${stringify({ title, kind: "so", summary: "Quản lý một ngành của tỉnh.", order: 100, ...(parent ? { parent } : {}) })}---\n`;
/** Texts that share nothing with each other, so that none passes for a copy of another. */
const told = {
  cau: { title: "Khánh thành cầu Bến Quế mới sau hai năm thi công" },
  cho: {
    title: "Chợ phiên vùng cao họp lại vào sáng chủ nhật",
    summary:
      "Chợ phiên Nà Lùng họp lại, bà con ba xã mang gạo nếp, thổ cẩm và lợn giống xuống bán từ tờ mờ sáng.",
  },
  thi: {
    title: "Học sinh lớp mười hai bắt đầu kỳ thi thử",
    summary:
      "Gần bốn nghìn em ở hai mươi điểm thi làm bài môn toán, buổi chiều thi tiếp ngoại ngữ, kết quả có sau một tuần.",
  },
};

const onMain: Record<string, string> = {
  "content/portal.yaml": stringify(portalSettings),
  [site]: stringify(aSite()),
  "content/sites/so/site.yaml": stringify(aSite({ kind: "department", domain: "so.songmay.gov.vn" })),
  [news("cu")]: aNewsText({ ...told.cau, tags: ["cầu Bến Quế"] }),
  [news("cu", "so")]: aNewsText({ title: "Sở tuyển dụng viên chức đợt hai trong năm" }),
  [unit("so-tai-chinh")]: aUnitText("Sở Tài chính"),
  [unit("van-phong")]: aUnitText("Văn phòng"),
  [picture]: "WEBVTT\n",
};

async function commitOn(repository: Repository, parent: string, files: Files): Promise<string> {
  const changes = await Promise.all(
    Object.entries(files).map(async ([path, text]) => ({
      path,
      oid: text === undefined ? null : await repository.writeBlob(Buffer.from(text)),
    })),
  );
  const person = { name: "Thu Mai", email: "thu-mai@example.vn", date: new Date("2026-11-20T02:00:00Z") };
  const tree = await repository.writeTree(parent, changes);
  return repository.writeCommit({
    tree,
    parents: [parent],
    author: person,
    committer: person,
    message: "Lưu",
  });
}

const clock = () => new Date("2026-11-20T02:00:00Z");

/** One repository for all: its main goes back to where it was after each story. */
let shared: { repository: Repository; reader: ContentReader; start: string; close: () => Promise<void> };

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "cong-test-"));
  const dir = join(folder, "repository.git");
  await createBareRepository(await aCheckout(join(folder, "checkout"), onMain), dir);
  const repository = openRepository(dir);
  const entries = openEntryStore(join(folder, "entries.db"), "test");
  shared = {
    repository,
    reader: readContent(repository, clock, entries),
    start: (await repository.resolve("main")) ?? "",
    async close() {
      entries.close();
      await repository.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
});
afterAll(() => shared.close());

/** What is found on a submission before and after main moved, and what main's move was taken to mean for it. */
async function afterwards(submission: Files, moved: Files) {
  const { repository, reader, start } = shared;
  const head = await commitOn(repository, start, submission);
  const inspect = () =>
    inspectMerge(head, {
      repository,
      textOf: (data) => Promise.resolve(Buffer.from(data).toString("utf8")),
      load: (tree) => reader.ofTree(tree),
      render: () => Promise.resolve(undefined),
      clock,
    });
  const first = await inspect();
  const next = await commitOn(repository, start, moved);
  await repository.updateRef("refs/heads/main", next, start);
  try {
    const files = await repository.changedFiles(start, next, { renames: false });
    const seen = bearingOf({ files, content: await reader.at("main") }, first.grounds);
    return { seen, first: first.findings, second: (await inspect()).findings };
  } finally {
    await repository.updateRef("refs/heads/main", start, next);
  }
}

const mine = { [news("bai")]: aNewsText(told.cho) };
const linking = (address: string) => ({
  [news("bai")]: aNewsText(
    told.cho,
    `Chợ phiên họp lại sau [chuyện trước](${address}) đã kể, bà con các xã đều vui.`,
  ),
});

const isStopped = (findings: readonly Finding[]) => blocking(findings).length > 0;

describe("a verdict is found anew when main changes what it rests on", () => {
  test.each<[string, Files, Files]>([
    [
      "the same article",
      { [news("cu")]: `${onMain[news("cu")] ?? ""}\nThêm một đoạn.\n` },
      {
        [news("cu")]: aNewsText(
          { ...told.cau, category: "thong-bao" },
          "Bài viết lại từ đầu, không còn câu nào như trước.",
        ),
      },
    ],
    [
      "the article it edits, which moves",
      { [news("cu")]: `${onMain[news("cu")] ?? ""}\nThêm một đoạn.\n` },
      { [news("cu")]: undefined, [news("moi")]: aNewsText(told.thi) },
    ],
    ["a new article of the same name", mine, { [news("bai")]: aNewsText(told.thi) }],
    [
      "an article it leads to, which is withdrawn",
      linking("/tin-tuc/2026/cu"),
      {
        [news("cu")]: aNewsText({ ...told.cau, withdrawn: true, withdrawnReason: "Hoãn ngày khánh thành." }),
      },
    ],
    [
      "an article it leads to, which comes",
      linking("/tin-tuc/2026/sap-dang"),
      { [news("sap-dang")]: aNewsText(told.thi) },
    ],
    [
      "the last article under a tag it leads to",
      linking("/tu-khoa/cau-ben-que"),
      { [news("cu")]: aNewsText(told.cau) },
    ],
    ["a file it leads to", linking("/media/2026/bao-cao.vtt"), { [picture]: undefined }],
    [
      "the section it stands in",
      mine,
      {
        [site]: stringify(aSite({ sections: [{ id: "thong-bao", name: "Thông báo" }] })),
        [news("cu")]: aNewsText({ ...told.cau, category: "thong-bao" }),
      },
    ],
    [
      "who uses a file that it takes away",
      { [picture]: undefined },
      {
        [news("moi")]: aNewsText(
          told.thi,
          "Xem [báo cáo](/media/2026/bao-cao.vtt) của sở về kỳ thi năm nay ở đây.",
        ),
      },
    ],
    [
      "an article with the same title",
      mine,
      { [news("trung")]: aNewsText({ ...told.thi, title: told.cho.title }) },
    ],
    [
      "the other end of a circle of units",
      { [unit("van-phong")]: aUnitText("Văn phòng", "so-tai-chinh") },
      { [unit("so-tai-chinh")]: aUnitText("Sở Tài chính", "van-phong") },
    ],
    [
      "a unit that it names, which goes",
      { [unit("van-phong")]: aUnitText("Văn phòng", "so-tai-chinh") },
      { [unit("so-tai-chinh")]: undefined },
    ],
  ])("%s", async (_, submission, moved) => {
    const { seen, first, second } = await afterwards(submission, moved);
    expect(second).not.toEqual(first);
    expect(seen).not.toBe("none");
    // What turns a verdict round is never taken for advice, which may be late.
    if (isStopped(first) !== isStopped(second)) expect(seen).toBe("verdict");
  });
});

describe("a verdict stands when main changes something else", () => {
  test.each<[string, Files, Files]>([
    ["another article of the site", mine, { [news("khac")]: aNewsText(told.thi) }],
    [
      "an old article of the site",
      mine,
      { [news("cu")]: aNewsText({ ...told.cau, tags: ["cầu Bến Quế", "giao thông"] }) },
    ],
    ["an article of another site", linking("/tin-tuc"), { [news("khac", "so")]: aNewsText(told.thi) }],
    ["a unit", mine, { [unit("so-xay-dung")]: aUnitText("Sở Xây dựng") }],
    ["a file of the library", mine, { "content/sites/tinh/media/2026/khac.vtt": "WEBVTT\n" }],
    ["the code", mine, { "src/x.ts": "export {};\n" }],
  ])("%s", async (_, submission, moved) => {
    const { seen, first, second } = await afterwards(submission, moved);
    expect(second).toEqual(first);
    expect(seen).toBe("none");
  });
});

test("a verdict that is not true any more brings nothing onto main, and whoever tried is told and has it found anew", async () => {
  const forge = await anApprovingForge();
  const refused: number[] = [];
  forge.forge.onEvent((event) => event.type === "merge_refused" && refused.push(event.number));
  const late = await forge.submit("viet", { [articleFile("bai")]: aNewsText(told.cho) });
  await forge.approve("duyet", late);
  const first = await forge.submit("viet-2", { [articleFile("bai")]: aNewsText(told.thi) });
  await forge.approve("duyet", first);
  expect(await forge.merge("duyet", first)).toBe("");
  const main = await forge.repository.resolve("main");
  expect(await forge.merge("duyet", late)).toContain("sửa cùng chỗ");
  expect(await forge.repository.resolve("main")).toBe(main);
  expect(refused).toEqual([late]);
});
