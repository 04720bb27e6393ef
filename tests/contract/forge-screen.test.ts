import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { blobId } from "../../src/git/blob-id.ts";
import { gitEnvironment } from "../../src/git/run.ts";
import { screenContent } from "../../src/operations/screen-content.ts";
import { aDocx } from "../support/a-docx.ts";
import { aForge, type TestForge } from "../support/a-forge.ts";
import { aPdf } from "../support/a-pdf.ts";
import { aFolder, git } from "../support/a-repository.ts";
import { refusal } from "../support/decap.ts";

const secret = "---\ntitle: Phương án bảo vệ\n---\nTỐI MẬT\n\nKế hoạch bố trí lực lượng.\n";
const path = "content/sites/tinh/news/2026/phuong-an.md";
const run = promisify(execFile);

/** A forge that refuses what bears a secrecy mark, as the newsroom's does. */
const aScreeningForge = () => aForge({ screen: screenContent() });

/** Whether the forge gives these bytes to anybody who knows their id. */
async function isReadable(forge: TestForge, data: Uint8Array): Promise<boolean> {
  const answer = await forge.api("bien-tap", "GET", `/git/blobs/${blobId(data)}`);
  return answer.status === 200;
}

const upload = (forge: TestForge, data: Uint8Array) =>
  forge.api("bien-tap", "POST", "/git/blobs", {
    content: Buffer.from(data).toString("base64"),
    encoding: "base64",
  });

test("an entry with a secrecy mark is refused before anything of it is kept, and its editor is told what to do", async () => {
  const forge = await aScreeningForge();
  const { status, message } = await refusal(upload(forge, Buffer.from(secret)));
  expect(status).toBe(422);
  expect(message).toMatch(/«TỐI MẬT» \(dòng 4\).*Xoá phần mật khỏi bài rồi lưu lại/);
  expect(await isReadable(forge, Buffer.from(secret))).toBe(false);
});

test("a tree that brings the text itself, or names a secret file, is refused as well", async () => {
  const forge = await aScreeningForge();
  const tree = (entry: object) => forge.api("bien-tap", "POST", "/git/trees", { tree: [entry] });
  expect((await refusal(tree({ path, content: secret }))).message).toContain("«TỐI MẬT»");
  expect(await isReadable(forge, Buffer.from(secret))).toBe(false);
  const named = { path: "content/sites/tinh/media/2026/Báo cáo 12-BC-MẬT.pdf", content: "x" };
  expect((await refusal(tree(named))).message).toContain("12-BC-MẬT");
});

test.each([
  ["PDF", aPdf(["UBND TỈNH SÔNG MÂY", "TUYỆT MẬT"])],
  ["Word", aDocx(["ỦY BAN NHÂN DÂN TỈNH", "TUYỆT MẬT", "Phương án tác chiến"])],
])("a %s file with a mark on one of its pages is refused and not kept", async (_, file) => {
  const forge = await aScreeningForge();
  expect((await refusal(upload(forge, file))).message).toContain("«TUYỆT MẬT»");
  expect(await isReadable(forge, file)).toBe(false);
});

test("what bears no mark is kept: honey, secrets that sentences speak of, pictures", async () => {
  const forge = await aScreeningForge();
  for (const data of ["Mật ong Thác Vân. Giữ bí mật nhà nước.", "\u0000\u0001MẬT\u0000"]) {
    expect((await upload(forge, Buffer.from(data))).status).toBe(201);
  }
});

/** A clone in which a commit adds these files; `push` pushes it as a branch and resolves with what git says. */
async function aClone(forge: TestForge, files: Record<string, string>) {
  await forge.listen();
  const url = new URL(`${forge.origin()}/tinh/cong.git`);
  url.username = "bien-tap";
  url.password = forge.tokens["bien-tap"];
  const folder = await aFolder();
  const inFolder = (dir: string, ...args: string[]) =>
    run("git", ["-c", "user.name=Biên Tập", "-c", "user.email=bien-tap@example.vn", ...args], {
      cwd: dir,
      env: gitEnvironment(),
    });
  await inFolder(folder, "clone", "--quiet", url.href, "clone");
  const clone = join(folder, "clone");
  const commit = async (changes: Record<string, string>) => {
    for (const [name, text] of Object.entries(changes)) {
      await mkdir(dirname(join(clone, name)), { recursive: true });
      await writeFile(join(clone, name), text);
    }
    git(clone, "add", "--all");
    git(clone, "commit", "--quiet", "--message", "Sửa bài");
  };
  await commit(files);
  return {
    commit,
    push: async (to: string) => {
      const said = await inFolder(clone, "push", "origin", `HEAD:refs/heads/${to}`).catch(
        (error: unknown) => error as { stderr: string },
      );
      return said.stderr;
    },
  };
}

test("a push with a secrecy mark in any of its commits is refused whole, with the reason, and nothing of it is kept", async () => {
  const forge = await aScreeningForge();
  const clone = await aClone(forge, { [path]: secret, "content/khac.md": "Bài khác.\n" });
  // Taken out again in the next commit, it would still lie in history.
  await clone.commit({ [path]: "Không còn gì.\n" });
  const said = await clone.push("nhanh-moi");
  expect(said).toMatch(/remote rejected.*phuong-an\.md: .*«TỐI MẬT»/s);
  expect(await forge.repository.resolve("refs/heads/nhanh-moi")).toBeUndefined();
  for (const text of [secret, "Bài khác.\n"]) expect(await isReadable(forge, Buffer.from(text))).toBe(false);
});

test("a push without a mark is taken, also where the program's own files speak of marks", async () => {
  const forge = await aScreeningForge();
  const clone = await aClone(forge, { "tests/mark.txt": "TỐI MẬT\n", [path]: "Mật ong được mùa.\n" });
  expect(await clone.push("ma-nguon")).toContain("ma-nguon");
  expect(await forge.repository.resolve("refs/heads/ma-nguon")).toBeDefined();
  // A second branch at the same commit brings nothing new.
  expect(await clone.push("ma-nguon-2")).toContain("new branch");
});
