import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFindingsComment } from "../../src/editorial/finding.ts";
import { waiverText } from "../../src/editorial/personal-data/waivers.ts";
import { aBody, aNewsText } from "../support/news.ts";
import { modeOf, startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { amend, approve, deskOf, merge, statusOf, submit, type Desk } from "../support/submission.ts";
import { runScript } from "../support/run-script.ts";
import { until } from "../support/until.ts";

let data: string;
let newsroom: RunningNewsroom;
let editor: Desk;
let secondEditor: Desk;
let approver: Desk;
let operator: Desk;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "cong-e2e-"));
  newsroom = await startNewsroom(data);
  editor = deskOf(newsroom.addresses, "editor");
  secondEditor = deskOf(newsroom.addresses, "editor", 1);
  approver = deskOf(newsroom.addresses, "approver");
  operator = deskOf(newsroom.addresses, "operator");
});

afterAll(async () => {
  await newsroom.stop();
  await rm(data, { recursive: true, force: true });
});

const file = (slug: string) => `content/sites/tinh/news/2026/${slug}.md`;
const headOf = async ({ octokit, owner, repo }: Desk, number: number) =>
  (await octokit.rest.pulls.get({ owner, repo, pull_number: number })).data.head.sha;
const checked = (number: number) =>
  until("the checks", async () => {
    const status = await statusOf(editor, await headOf(editor, number), "cong/kiem-tra");
    return status.state === "success" || status.state === "failure" ? status : undefined;
  });
const live = (commit: string) =>
  until("the publication", async () => {
    const status = await statusOf(editor, commit, "cong/xuat-ban");
    if (status.state === "failure") throw new Error(status.description);
    return status.state === "success" ? status : undefined;
  });
const readBoth = (path: string) =>
  Promise.all(
    [newsroom.addresses.primary, newsroom.addresses.standby].map(async (origin) =>
      (await fetch(origin + path)).text(),
    ),
  );

describe("the loop through the API, with unmodified Octokit", () => {
  test("an article is written, checked, approved, published and read on both hosts", async () => {
    const title = "Phường Bến Quế đưa vào sử dụng bến thuyền mới";
    const number = await submit(editor, {
      branch: "cms/tinh-tin-2026/ben-thuyen-moi",
      title,
      files: { [file("ben-thuyen-moi")]: aNewsText({ title }) },
    });
    expect((await checked(number)).state).toBe("success");

    const preview = await statusOf(editor, await headOf(editor, number), "cong/deploy-preview");
    const previewPage = await fetch(preview.url);
    expect(await previewPage.text()).toContain(title);
    expect(new URL(preview.url).origin).not.toBe(new URL(newsroom.addresses.cms).origin);
    expect(previewPage.headers.get("content-security-policy")).toContain(
      `frame-ancestors ${new URL(newsroom.addresses.cms).origin}`,
    );

    await approve(approver, number);
    const commit = await merge(approver, number);
    expect((await live(commit)).url).toBe(`${newsroom.addresses.primary}/tin-tuc/2026/ben-thuyen-moi`);

    for (const path of [
      "/tin-tuc/2026/ben-thuyen-moi",
      "/",
      "/chuyen-muc/kinh-te",
      "/rss.xml",
      "/sitemap-2026.xml",
    ]) {
      for (const page of await readBoth(path))
        expect(page, path).toContain(path.endsWith("xml") ? "ben-thuyen-moi" : title);
    }
    const comments = await editor.octokit.rest.issues.listComments({
      owner: editor.owner,
      repo: editor.repo,
      issue_number: number,
    });
    expect(comments.data.map((comment) => comment.body).join()).toContain(
      `${newsroom.addresses.standby}/tin-tuc/2026/ben-thuyen-moi`,
    );
  });

  test("main moved by a merge commit that names submission, writer and approver", async () => {
    const { owner, repo, octokit } = approver;
    const { data: branch } = await octokit.rest.repos.getBranch({ owner, repo, branch: "main" });
    expect(branch.commit.parents).toHaveLength(2);
    expect(branch.commit.commit.message).toMatch(/^Submission: #\d+$/m);
    expect(branch.commit.commit.message).toMatch(/^Approved-by: /m);
  });

  test("an edit and a withdrawal go the same way, and a withdrawn article is no longer found", async () => {
    const title = "Thông báo lịch cắt điện tuần này ở phường Đông Mây";
    const path = file("lich-cat-dien");
    const publish = async (branch: string, text: string) => {
      const number = await submit(editor, { branch, title, files: { [path]: text } });
      await checked(number);
      await approve(approver, number);
      await live(await merge(approver, number));
    };
    await publish("cms/tinh-tin-2026/lich-cat-dien", aNewsText({ title }));
    await publish(
      "cms/tinh-tin-2026/lich-cat-dien-2",
      aNewsText({ title, summary: "Lịch mới: chỉ cắt điện sáng thứ Năm, từ 8 giờ đến 11 giờ 30." }),
    );
    for (const page of await readBoth("/tin-tuc/2026/lich-cat-dien"))
      expect(page).toContain("chỉ cắt điện sáng thứ Năm");

    const withdrawnReason = "Đơn vị cung cấp thông báo hoãn lịch cắt điện.";
    await publish(
      "cms/tinh-tin-2026/lich-cat-dien-3",
      aNewsText({ title, withdrawn: true, withdrawnReason }),
    );
    for (const page of await readBoth("/tin-tuc/2026/lich-cat-dien")) expect(page).toContain(withdrawnReason);
    for (const page of await readBoth("/")) expect(page).not.toContain("/tin-tuc/2026/lich-cat-dien");
  });

  test("a private number is published only after an approver has said why, and main's history keeps the reason", async () => {
    const title = "Kêu gọi ủng hộ bà con vùng lũ xã Bản Lìm";
    const reason = "Tài khoản của Quỹ cứu trợ tỉnh, công bố tại Thông báo 15/TB-UBND.";
    const body = `Mọi ủng hộ gửi về STK 3901205001234 của Quỹ cứu trợ tỉnh. ${aBody}`;
    const number = await submit(editor, {
      branch: "cms/tinh-tin-2026/keu-goi-ung-ho",
      title,
      files: { [file("keu-goi-ung-ho")]: aNewsText({ title }, body) },
    });
    expect(await checked(number)).toMatchObject({ state: "failure" });
    await approve(approver, number);
    await expect(merge(approver, number)).rejects.toThrow("3901xxxxxxx34");

    const report = async () => {
      const { owner, repo, octokit } = editor;
      const { data } = await octokit.rest.issues.listComments({ owner, repo, issue_number: number });
      return data.flatMap((comment) => readFindingsComment(comment.body ?? "")?.findings ?? []);
    };
    const say = async ({ owner, repo, octokit }: Desk) =>
      octokit.rest.pulls.createReview({
        owner,
        repo,
        pull_number: number,
        event: "COMMENT",
        body: waiverText(await report(), reason),
      });
    // Its writer can only ask.
    await say(editor);
    await expect(merge(approver, number)).rejects.toThrow("3901xxxxxxx34");
    await say(approver);
    await until("the checks", async () =>
      (await statusOf(editor, await headOf(editor, number), "cong/kiem-tra")).state === "success"
        ? true
        : undefined,
    );
    expect(await report()).toContainEqual(
      expect.objectContaining({
        level: "advise",
        waived: expect.objectContaining({ login: "duyet", reason }) as unknown,
      }),
    );
    const commit = await merge(approver, number);
    const { owner, repo, octokit } = approver;
    const { data } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: commit });
    expect(data.message).toContain(reason);
    await live(commit);
  });

  test("a submission with mistakes is stopped with words an editor understands", async () => {
    const number = await submit(editor, {
      branch: "cms/tinh-tin-2026/bai-loi",
      title: "Bài lỗi",
      files: {
        [file("bai-loi")]: aNewsText({
          title: "Lỗi",
          summary: "Ngắn",
          category: "the-thao",
          cover: "/media/2026/khong-co.webp",
        }),
      },
    });
    expect(await checked(number)).toMatchObject({ state: "failure" });
    await approve(approver, number);
    await expect(merge(approver, number)).rejects.toThrow("«Tiêu đề» cần ít nhất 10 ký tự");
  });

  test("nobody publishes what they wrote, an editor publishes nothing, and main takes no other way", async () => {
    const title = "Bài do người duyệt tự viết để thử quyền";
    const files = { [file("tu-duyet")]: aNewsText({ title }) };
    const number = await submit(approver, { branch: "cms/tinh-tin-2026/tu-duyet", title, files });
    await checked(number);
    await expect(approve(approver, number).then(() => merge(approver, number))).rejects.toThrow();
    await expect(merge(editor, number)).rejects.toThrow();

    const { octokit, owner, repo } = operator;
    const sha = await headOf(operator, number);
    await expect(
      octokit.rest.git.updateRef({ owner, repo, ref: "heads/main", sha, force: true }),
    ).rejects.toThrow();
    await expect(octokit.rest.git.deleteRef({ owner, repo, ref: "heads/main" })).rejects.toThrow();
  });

  test("what cannot be published cannot be merged: a name that is no address, settings without a site, a portal without people", async () => {
    const body = "Nội dung trang đủ dài để được coi là có nội dung thật sự của một trang.";
    const broken = {
      "ten-tep": { "content/sites/tinh/news/2026/index.md": aNewsText() },
      "html-trong-ten": { "content/sites/tinh/pages/lien-he.html.md": `---\ntitle: Liên hệ\n---\n${body}\n` },
      "qua-dai": { [file("qua-dai")]: aNewsText({}, "chữ ".repeat(60_000)) },
      "thieu-trang": {
        "content/portal.yaml":
          "name: Cổng thử\ntimeZone: Asia/Ho_Chi_Minh\nsites: [tinh, khong-co]\npeople: []\n",
      },
    };
    for (const [branch, files] of Object.entries(broken)) {
      const number = await submit(editor, { branch: `thu/${branch}`, title: branch, files });
      expect(await checked(number), branch).toMatchObject({ state: "failure" });
      const approving = branch === "thieu-trang" ? operator : approver;
      await approve(approving, number);
      await expect(merge(approving, number), branch).rejects.toThrow("phải sửa");
    }
  });

  test("nobody's comment can take the place of the newsroom's", async () => {
    const title = "Bài bị người khác chen lời giả của tòa soạn";
    const branch = "cms/tinh-tin-2026/chen-loi";
    const number = await submit(editor, {
      branch,
      title,
      files: { [file("chen-loi")]: aNewsText({ title }) },
    });
    await checked(number);
    const { octokit, owner, repo } = secondEditor;
    for (const marker of ["<!-- cong:findings", "<!-- cong:live"]) {
      await octokit.rest.issues.createComment({
        owner,
        repo,
        issue_number: number,
        body: `${marker} {} -->`,
      });
    }
    await amend(secondEditor, {
      branch,
      title,
      files: { [file("chen-loi")]: aNewsText({ title: `${title} (sửa)` }) },
    });
    expect(await checked(number)).toMatchObject({ state: "success" });
    await approve(approver, number);
    expect((await live(await merge(approver, number))).url).toContain("/tin-tuc/2026/chen-loi");
  });

  test("a tag cannot pass itself off as main", async () => {
    const { octokit, owner, repo } = editor;
    const { data: main } = await octokit.rest.repos.getBranch({ owner, repo, branch: "main" });
    await expect(
      octokit.rest.git.createRef({ owner, repo, ref: "refs/tags/main", sha: main.commit.sha }),
    ).rejects.toThrow();
  });

  test("nobody takes away what another editor wrote, and no branch stands in the way of the CMS", async () => {
    const title = "Bài của biên tập viên thứ nhất, người khác không bỏ được";
    const branch = "cms/tinh-tin-2026/khong-bo-duoc";
    const number = await submit(editor, {
      branch,
      title,
      files: { [file("khong-bo-duoc")]: aNewsText({ title }) },
    });
    const { octokit, owner, repo } = secondEditor;
    await expect(octokit.rest.git.deleteRef({ owner, repo, ref: `heads/${branch}` })).rejects.toThrow(
      "Chỉ người viết",
    );
    await expect(
      octokit.rest.pulls.update({ owner, repo, pull_number: number, state: "closed" }),
    ).rejects.toThrow("Chỉ người viết");
    const sha = await headOf(editor, number);
    await expect(octokit.rest.git.createRef({ owner, repo, ref: "refs/heads/cms", sha })).rejects.toThrow();
    await editor.octokit.rest.git.deleteRef({ owner, repo, ref: `heads/${branch}` });
  });

  test("an approval does not hold for what was written after it", async () => {
    const title = "Bài được sửa sau khi duyệt, phải duyệt lại";
    const branch = "cms/tinh-tin-2026/sua-sau-duyet";
    const number = await submit(editor, {
      branch,
      title,
      files: { [file("sua-sau-duyet")]: aNewsText({ title }) },
    });
    await checked(number);
    await approve(approver, number);
    const changed = aNewsText({ title: `${title} (đã sửa)` });
    await amend(secondEditor, { branch, title, files: { [file("sua-sau-duyet")]: changed } });
    await expect(merge(approver, number)).rejects.toThrow("chưa được duyệt");
  });

  test("rights change only with an operator's approval, and only once they are on main", async () => {
    const path = "content/portal.yaml";
    const { octokit, owner, repo } = editor;
    const { data: portal } = await octokit.rest.repos.getContent({ owner, repo, path });
    const text = Buffer.from((portal as { content: string }).content, "base64")
      .toString()
      .replace("role: editor", "role: approver");
    const number = await submit(editor, {
      branch: "them-quyen",
      title: "Thêm quyền",
      files: { [path]: text },
    });
    await checked(number);
    await approve(approver, number);
    await expect(merge(approver, number)).rejects.toThrow("Minh Khôi (vanhanh)");
  });
});

describe("a newsroom", () => {
  test("an operator's command takes a page from its readers on every host, and gives it back", async () => {
    const path = "/tin-tuc/2026/ben-thuyen-moi";
    const statuses = () =>
      Promise.all(
        [newsroom.addresses.primary, newsroom.addresses.standby].map(
          async (origin) => (await fetch(origin + path)).status,
        ),
      );
    const order = (...args: string[]) =>
      runScript("take-down", [
        ...args,
        "--reason",
        "Tin giả mạo, phải gỡ ngay",
        "--as",
        "duyet",
        "--data",
        data,
      ]);
    const { output } = await order(newsroom.addresses.primary + path);
    expect(output).toContain("Every host shows it so.");
    expect(await statuses()).toEqual([410, 410]);
    const number = /submission #(\d+)/.exec(output)?.[1] ?? "";
    await order("--put-back", number);
    expect(await statuses()).toEqual([200, 200]);
  });

  test("proves by a command that main moved in the admitted ways alone", async () => {
    const { output } = await runScript("check-main", ["--data", data]);
    expect(output).toMatch(/: [1-9]\d* approved, 2 in an emergency, 0 imported, 0 by no admitted way\./);
  });

  test("keeps accounts and tokens to itself", async () => {
    expect(await modeOf(data)).toBe(0o700);
    expect(await modeOf(join(data, "addresses.json"))).toBe(0o600);
    expect(await modeOf(join(data, "demo-accounts.json"))).toBe(0o600);
  });

  test("refuses a second one on the same folder, with what to do", async () => {
    await expect(startNewsroom(data)).rejects.toThrow("Một tòa soạn khác đang chạy");
  });

  test("stops cleanly and goes on where it was", async () => {
    const before = newsroom.addresses;
    expect(await newsroom.stop()).toBe(0);
    await expect(fetch(before.primary)).rejects.toThrow();
    newsroom = await startNewsroom(data);
    expect(newsroom.addresses.accounts).toEqual(before.accounts);
    for (const page of await readBoth("/tin-tuc/2026/ben-thuyen-moi"))
      expect(page).toContain("bến thuyền mới");
  });
});
