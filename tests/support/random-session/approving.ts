import { parse, stringify } from "yaml";
import { z } from "zod";
import { portalSchema } from "../../../src/content-model/portal.ts";
import { remarkBody } from "../../../src/editorial/remark.ts";
import { stageLabel } from "../../../src/editorial/status-context.ts";
import { vietnamDay } from "../../../src/foundation/vietnam-time.ts";
import { anyOf, board, type Submission } from "./board.ts";
import { newPiece, setStage, editOn, type Action } from "./editing.ts";
import { Refused, type Person, type World } from "./person.ts";

const mergeShape = z.object({ sha: z.string() });

export async function review(
  person: Person,
  { record }: World,
  { number, head }: Pick<Submission, "number" | "head">,
  event: "APPROVE" | "REQUEST_CHANGES" | "COMMENT",
  body = "",
): Promise<void> {
  await person.ask(z.unknown(), "POST", `/pulls/${number}/reviews`, { event, body, commit_id: head });
  const actions = { APPROVE: "approved", REQUEST_CHANGES: "returned", COMMENT: "remarked on" } as const;
  record.reviews.push({ number, login: person.login, action: actions[event] });
}

/** Publishes exactly what was looked at; "refused" where main does not take it. */
async function publish(
  person: Person,
  { record }: World,
  { number, head }: Pick<Submission, "number" | "head">,
): Promise<string> {
  try {
    const wish = { sha: head, merge_method: "merge" };
    const { sha } = await person.ask(mergeShape, "PUT", `/pulls/${number}/merge`, wish);
    record.merges.push({ number, login: person.login, sha });
    return "published";
  } catch (error) {
    if (error instanceof Refused) return "refused";
    throw error;
  }
}

const waiting = async (person: Person) =>
  (await board(person)).filter(({ stage }) => stage !== stageLabel.draft);

/** What waits for approval, or else whatever is there: an approver may take a draft on as well. */
export const approveAndPublish: Action = async (person, world) => {
  const chosen = anyOf(await waiting(person), person.random) ?? anyOf(await board(person), person.random);
  if (!chosen) return "nothing to do";
  await review(person, world, chosen, "APPROVE");
  await setStage(person, chosen, stageLabel.approved);
  return publish(person, world, chosen);
};

export const giveBack: Action = async (person, world) => {
  const chosen = anyOf(await waiting(person), person.random);
  if (!chosen) return "nothing to do";
  await review(person, world, chosen, "REQUEST_CHANGES", "Câu đầu chưa rõ việc gì, ở đâu; hãy viết lại.");
  await setStage(person, chosen, stageLabel.draft);
  return "returned";
};

/** Tries to publish what this very person wrote, with their own approval alone. Whether it counted is judged at the end. */
export const approveOwn: Action = async (person, world) => {
  const own = (await board(person)).filter(({ path }) =>
    world.record.saves.some((save) => save.login === person.login && save.path === path),
  );
  const chosen = anyOf(own, person.random);
  if (!chosen) return (await newPiece(person, world)) && "wrote one first";
  await review(person, world, chosen, "APPROVE");
  return publish(person, world, chosen);
};

/** Writes into what somebody else wrote, and then approves the whole. */
export const editAndApprove: Action = async (person, world) => {
  await editOn(person, world);
  return approveOwn(person, world);
};

/** Publishes alone, with a written reason. */
export const emergency: Action = async (person, world) => {
  const chosen = anyOf(await board(person), person.random);
  if (!chosen) return "nothing to do";
  await review(
    person,
    world,
    chosen,
    "COMMENT",
    remarkBody("emergency", "Nước lũ lên nhanh, phải báo dân ngay."),
  );
  return publish(person, world, chosen);
};

/** Looks at what was published in an emergency, and approves it afterwards. */
export const approveAfterwards: Action = async (person, world) => {
  const query = new URLSearchParams({ q: `is:pr is:closed label:"cong/dang-khan"`, per_page: "100" });
  const answer = await person.visit(`/api/v3/search/issues?${query.toString()}`);
  if (!answer.ok) throw new Refused(answer.status, await answer.text());
  const { items } = z.object({ items: z.array(z.object({ number: z.number() })) }).parse(await answer.json());
  const number = anyOf(items, person.random)?.number;
  if (number === undefined) return "nothing to do";
  const pull = z.object({ head: z.object({ sha: z.string() }) });
  const { head } = await person.ask(pull, "GET", `/pulls/${number}`);
  await review(person, world, { number, head: head.sha }, "APPROVE");
  return "approved";
};

/** Hands an approver's office to an editor for some days, or takes it back; an operator approves that. */
export const changeDelegation =
  (operator: Person, deputy: string): Action =>
  async (person, world) => {
    const path = "content/portal.yaml";
    const main = await person.load(path, "main");
    if (!main) return "gone";
    const portal = portalSchema.parse(parse(main.text));
    const today = vietnamDay(new Date());
    const delegations =
      portal.delegations && portal.delegations.length > 0
        ? []
        : [{ from: person.login, to: deputy, since: today, until: today }];
    const text = stringify({ ...(parse(main.text) as object), delegations });
    const number = await handInFile(person, {
      path,
      text,
      branch: `uy-quyen-${world.record.reviews.length}`,
    });
    const { head } = await operator.ask(
      z.object({ head: z.object({ sha: z.string() }) }),
      "GET",
      `/pulls/${number}`,
    );
    await review(operator, world, { number, head: head.sha }, "APPROVE");
    world.record.deputies.add(deputy);
    return publish(operator, world, { number, head: head.sha });
  };

/** A file on a branch of its own and a pull request for it, as Octokit does it. */
async function handInFile(
  person: Person,
  { path, text, branch }: { path: string; text: string; branch: string },
): Promise<number> {
  const shaShape = z.object({ sha: z.string() });
  const main = await person.ask(z.object({ commit: shaShape }), "GET", "/branches/main");
  const blob = await person.ask(shaShape, "POST", "/git/blobs", { content: text, encoding: "utf-8" });
  const tree = await person.ask(shaShape, "POST", "/git/trees", {
    base_tree: main.commit.sha,
    tree: [{ path, mode: "100644", type: "blob", sha: blob.sha }],
  });
  const commit = { message: `Sửa ${path}`, tree: tree.sha, parents: [main.commit.sha] };
  const { sha } = await person.ask(shaShape, "POST", "/git/commits", commit);
  await person.ask(z.unknown(), "POST", "/git/refs", { ref: `refs/heads/${branch}`, sha });
  const pull = { title: `Sửa ${path}`, head: branch, base: "main" };
  return (await person.ask(z.object({ number: z.number() }), "POST", "/pulls", pull)).number;
}
