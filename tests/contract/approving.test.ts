import { expect, test } from "vitest";
import { approvalsSince } from "../../src/publishing/approvals.ts";
import { judgeMain } from "../../src/operations/judge-main.ts";
import { anApprovingForge, articleFile } from "../support/an-approving-forge.ts";
import { aNewsText } from "../support/news.ts";

const reason = "Bão số 12 đổ bộ sớm hơn dự báo sáu giờ";
const article = (category: string, title = "Bài thử quyền duyệt theo chuyên mục") =>
  aNewsText({ title, category });

test("an article is judged by the section that it has and the one that it had", async () => {
  const { submit, approve, merge } = await anApprovingForge();
  const own = await submit("viet", { [articleFile("moi")]: article("kinh-te") });
  await approve("kinh-te", own);
  expect(await merge("kinh-te", own)).toBe("");

  const moved = await submit("viet", { [articleFile("da-dang")]: article("kinh-te") });
  await approve("kinh-te", moved);
  expect(await merge("kinh-te", moved)).toContain("Hoàng Lan (duyet)");
  const renamed = await submit("viet", {
    [articleFile("da-dang")]: undefined,
    [articleFile("dia-chi-khac")]: article("kinh-te"),
  });
  await approve("kinh-te", renamed);
  expect(await merge("kinh-te", renamed)).toContain("Hoàng Lan (duyet)");

  // Main moved on after the approval: the article stands in another section now.
  const text = article("kinh-te");
  const edited = await submit("viet", { [articleFile("moi")]: `${text}\nĐoạn viết thêm ở cuối bài.\n` });
  await approve("kinh-te", edited);
  const elsewhere = await submit("viet-2", { [articleFile("moi")]: article("thong-bao") });
  await approve("duyet", elsewhere);
  expect(await merge("duyet", elsewhere)).toBe("");
  expect(await merge("kinh-te", edited)).toContain("Hoàng Lan (duyet)");
});

test("a new commit takes approvals away, however it comes, and a writer stays one after somebody else wrote last", async () => {
  const forge = await anApprovingForge();
  const { submit, amend, approve, merge, repository } = forge;
  const number = await submit("duyet-2", { [articleFile("bai")]: article("thong-bao") });
  await amend("viet", number, {
    [articleFile("bai")]: article("thong-bao", "Bài do người duyệt viết, người khác sửa sau"),
  });
  await approve("duyet-2", number);
  expect(await merge("duyet", number)).toContain("tự duyệt");
  await approve("duyet", number);
  await amend("viet", number, {
    [articleFile("bai")]: article("thong-bao", "Bài được sửa tiếp sau khi đã được duyệt"),
  });
  expect(await merge("duyet", number)).toContain("chưa được duyệt");

  // The same by a push past the API: the branch moves in the repository itself.
  await approve("duyet", number);
  const branch = `refs/heads/cms/tinh-tin-2026/bai-1`;
  const head = (await repository.resolve(branch)) ?? "";
  const oid = await repository.writeBlob(
    Buffer.from(article("thong-bao", "Bài được đẩy thẳng vào kho sau khi duyệt")),
  );
  const tree = await repository.writeTree(head, [{ path: articleFile("bai"), oid }]);
  const person = { name: "Hoàng Lan", email: "duyet@example.vn", date: forge.clock.now };
  const pushed = await repository.writeCommit({
    tree,
    parents: [head],
    author: person,
    committer: person,
    message: "Sửa",
  });
  await repository.updateRef(branch, pushed, head);
  expect(await merge("duyet", number)).not.toBe("");
});

test("what a higher approver was asked for waits for them, and the merge commit names both", async () => {
  const { submit, approve, remark, merge, amend, repository } = await anApprovingForge();
  const number = await submit("viet", { [articleFile("bai")]: article("kinh-te") });
  await approve("duyet", number);
  await remark("duyet", number, "asks-higher", "Liên quan đất quốc phòng, xin ý kiến.");
  expect(await merge("duyet", number)).toContain("lãnh đạo duyệt: Đức Thịnh (lanh-dao)");
  await amend("viet", number, {
    [articleFile("bai")]: article("kinh-te", "Bài được sửa theo ý kiến của lãnh đạo"),
  });
  await approve("lanh-dao", number);
  expect(await merge("lanh-dao", number)).toContain("người duyệt");
  await approve("duyet", number);
  expect(await merge("duyet", number)).toBe("");
  const { message } = await repository.readCommit("main");
  expect(message.match(/^Approved-by: .*$/gm)).toEqual([
    "Approved-by: Hoàng Lan <duyet@example.vn>",
    "Approved-by: Đức Thịnh <lanh-dao@example.vn>",
  ]);
});

test("an approval for somebody who is away is written down as one", async () => {
  const { submit, approve, merge, repository, clock } = await anApprovingForge({
    delegations: [{ from: "duyet", to: "kinh-te", since: "2026-11-20", until: "2026-11-20" }],
  });
  const number = await submit("viet", { [articleFile("bai")]: article("thong-bao") });
  await approve("kinh-te", number);
  clock.now = new Date("2026-11-21T02:00:00Z");
  expect(await merge("kinh-te", number)).toContain("Chỉ người duyệt");
  expect(await merge("duyet", number)).toBe("");
  expect((await repository.readCommit("main")).message).toContain(
    "Approved-by: Bích Ngọc <kinh-te@example.vn>\nOn-behalf-of: Hoàng Lan <duyet@example.vn>",
  );
});

test("an emergency publication is recorded everywhere, published, and approved afterwards by somebody else", async () => {
  const { forge, submit, remark, merge, approve, api, repository, start } = await anApprovingForge();
  const number = await submit("duyet", { [articleFile("bao")]: article("thong-bao") });
  expect(await merge("duyet", number)).toContain("chưa được duyệt");
  await remark("duyet", number, "emergency", reason);
  expect(await merge("duyet", number)).toBe("");

  const main = (await repository.resolve("main")) ?? "";
  const { message } = await repository.readCommit(main);
  expect(message).toContain(`Emergency-by: Hoàng Lan <duyet@example.vn>\nEmergency-reason: ${reason}`);
  expect(forge.history.merges({ emergency: true })).toMatchObject([
    { sha: main, number, by: "duyet", writers: ["duyet"], emergency: reason },
  ]);
  const released = {
    commit: main,
    writers: ["Hoàng Lan"],
    approvers: [],
    emergency: { by: "Hoàng Lan", reason },
  };
  expect(await approvalsSince(repository, start, main)).toMatchObject([released]);

  const returned = await api("duyet-2", "POST", `/pulls/${number}/reviews`, {
    event: "REQUEST_CHANGES",
    body: "Sửa.",
  });
  expect(returned.status).toBe(422);
  expect((await approve("duyet-2", number)).status).toBe(200);
});

test("an emergency is admitted neither without the right nor past a blocking finding, and no words in a title make one", async () => {
  const { submit, remark, merge, api, repository } = await anApprovingForge();
  const own = await submit("duyet-2", { [articleFile("bao")]: article("thong-bao") });
  await remark("duyet-2", own, "emergency", reason);
  expect(await merge("duyet-2", own)).toContain("chưa được duyệt");
  const wrong = await submit("duyet", { [articleFile("loi")]: article("thong-bao", "Ngắn") });
  await remark("duyet", wrong, "emergency", reason);
  expect(await merge("duyet", wrong)).toContain("phải sửa");
  const forged = await api("duyet-2", "PUT", `/pulls/${own}/merge`, {
    commit_title: `Nhập bài\n\nEmergency-by: Hoàng Lan <duyet@example.vn>`,
    commit_message: `Emergency-by: Hoàng Lan <duyet@example.vn>\nEmergency-reason: ${reason}`,
  });
  expect(forged.status).toBe(405);
  expect((await repository.readCommit("main")).message).toBe("Khởi đầu\n");
});

test("main's history is proved to hold the admitted ways alone, and everything else in it is named", async () => {
  const { forge, submit, remark, merge, approve, repository, start, clock } = await anApprovingForge();
  const later = () => (clock.now = new Date(clock.now.getTime() + 60_000));
  const plain = await submit("viet", { [articleFile("mot")]: article("kinh-te") });
  await approve("kinh-te", plain);
  expect(await merge("kinh-te", plain)).toBe("");
  later();
  const urgent = await submit("duyet", { [articleFile("hai")]: article("thong-bao") });
  await remark("duyet", urgent, "emergency", reason);
  expect(await merge("duyet", urgent)).toBe("");
  later();
  // What is said afterwards changes nothing of what was admitted then.
  await approve("duyet-2", urgent);
  expect(await judgeMain(repository, forge.history, start)).toEqual({
    approved: 1,
    emergencies: 1,
    imports: 0,
    unadmitted: [],
  });

  const main = (await repository.resolve("main")) ?? "";
  const oid = await repository.writeBlob(
    Buffer.from(article("kinh-te", "Bài lọt vào main mà không ai duyệt")),
  );
  const tree = await repository.writeTree(main, [{ path: articleFile("ba"), oid }]);
  const person = { name: "Thu Mai", email: "viet@example.vn", date: clock.now };
  const commit = (parents: string[], message: string) =>
    repository.writeCommit({ tree, parents, author: person, committer: person, message });
  const straight = await commit([main], "Sửa thẳng");
  const forged = await commit(
    [straight, await commit([straight], "Bài")],
    "Nhập bài #9\n\nSubmission: #9\nWritten-by: Thu Mai <v@x.vn>\nApproved-by: Hoàng Lan <d@x.vn>",
  );
  await repository.updateRef("refs/heads/main", forged, main);
  const { unadmitted } = await judgeMain(repository, forge.history, start);
  expect(unadmitted.map(({ commit: id, why }) => [id, why])).toEqual([
    [straight, "It is not the merge of one submission."],
    [forged, "The forge knows of no such merge."],
  ]);
});
