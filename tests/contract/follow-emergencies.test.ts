import { expect, onTestFinished, test } from "vitest";
import { connectAsNewsroom } from "../../src/operations/embedded-forge.ts";
import { followEmergencies } from "../../src/operations/follow-emergencies.ts";
import { anApprovingForge, articleFile, type ApprovingForge } from "../support/an-approving-forge.ts";
import { aNewsText } from "../support/news.ts";
import { portalSettings } from "../support/portal.ts";
import { portalSchema } from "../../src/content-model/portal.ts";
import { until } from "../support/until.ts";

const label = "cong/dang-khan";
const article = (changes: Record<string, unknown> = {}) =>
  aNewsText({ title: "Bão số 12 đổ bộ sớm hơn dự báo", category: "thong-bao", ...changes });

/** The newsroom's list over a forge, and ways to look at it. */
async function aList(forge: ApprovingForge) {
  const { client } = await connectAsNewsroom(forge.forge, await forge.listen());
  const logged: string[] = [];
  const follow = () => {
    const list = followEmergencies({
      ...{ forge: forge.forge, client, repository: forge.repository },
      portal: () => Promise.resolve(portalSchema.parse(portalSettings)),
      clock: () => forge.clock.now,
      log: (line) => logged.push(line),
    });
    onTestFinished(() => list.stop());
    return list;
  };
  const labels = async (number: number) =>
    ((await (await forge.api("viet", "GET", `/issues/${number}/labels`)).json()) as { name: string }[]).map(
      ({ name }) => name,
    );
  const listed = (number: number, wanted: boolean) =>
    until(
      `the label of #${number}`,
      async () => (await labels(number)).includes(label) === wanted || undefined,
    );
  const said = async (commit: string) =>
    (await client.statuses(commit)).find(({ context }) => context === "cong/duyet-sau");
  return { follow, listed, said, logged };
}

async function publishAlone(
  forge: ApprovingForge,
  slug: string,
): Promise<{ number: number; commit: string }> {
  const number = await forge.submit("duyet", { [articleFile(slug)]: article() });
  await forge.remark("duyet", number, "emergency", "Bão số 12 đổ bộ sớm hơn dự báo sáu giờ");
  expect(await forge.merge("duyet", number)).toBe("");
  return { number, commit: (await forge.repository.resolve("main")) ?? "" };
}

test("an emergency publication is on the list until somebody else approves it, whoever takes it off", async () => {
  const forge = await anApprovingForge();
  const { follow, listed, said } = await aList(forge);
  follow();
  const { number, commit } = await publishAlone(forge, "bao");
  await listed(number, true);
  expect(await said(commit)).toMatchObject({
    state: "pending",
    description: "Hoàng Lan đăng khẩn, chờ duyệt sau, hạn 17:00 ngày 23/11/2026",
  });
  await forge.api("viet", "DELETE", `/issues/${number}/labels/${encodeURIComponent(label)}`);
  await listed(number, true);
  await forge.approve("duyet", number);
  await forge.approve("duyet-2", number);
  await listed(number, false);
  expect(await said(commit)).toMatchObject({ state: "success", description: "Quang Minh đã duyệt sau" });
});

test("a withdrawal takes it off the list as well, also one that came while nobody looked", async () => {
  const forge = await anApprovingForge();
  const { follow, listed, said } = await aList(forge);
  const { number, commit } = await publishAlone(forge, "bao");
  const list = follow();
  await listed(number, true);
  await list.stop();
  const withdrawal = await forge.submit("viet", {
    [articleFile("bao")]: article({ withdrawn: true, withdrawnReason: "Bão đã đổi hướng ra biển." }),
  });
  await forge.approve("duyet-2", withdrawal);
  expect(await forge.merge("duyet-2", withdrawal)).toBe("");
  follow();
  await listed(number, false);
  expect(await said(commit)).toMatchObject({ state: "success", description: "Bài đã được gỡ" });
});

test("one that nobody approved in time is said to be overdue, to its readers and to the operator", async () => {
  const forge = await anApprovingForge();
  const { follow, said, logged } = await aList(forge);
  const { commit } = await publishAlone(forge, "bao");
  forge.clock.now = new Date("2026-11-23T10:00:01Z");
  follow();
  await until("the alarm", () =>
    Promise.resolve(logged.some((line) => line.includes("overdue")) || undefined),
  );
  expect((await said(commit))?.description).toBe(
    "Hoàng Lan đăng khẩn, quá hạn duyệt sau từ 17:00 ngày 23/11/2026",
  );
});
