import { join } from "node:path";
import { aRandom } from "../../../bench/random.ts";
import { aFolder } from "../folder.ts";
import * as approving from "./approving.ts";
import * as editing from "./editing.ts";
import { aPerson, LineLost, Refused, type Person, type World } from "./person.ts";
import * as pushing from "./pushing.ts";
import * as sending from "./sending.ts";

/** How a random session goes. */
export interface SessionPlan {
  seed: number;
  /** Of all four people together. */
  actions: number;
  /** How often the newsroom is killed at a random moment. */
  crashes: number;
}

/** What somebody may do, and how often each thing is chosen. */
type Choice = [weight: number, name: string, action: () => Promise<string>];

/** How long after an action was begun the newsroom is killed, at most (ms): in the middle of most of them. */
const longestAction = 400;

/**
 * Four people at once: two editors, one contributor, one approver; each chooses by chance what to do next. Meanwhile the
 * newsroom is killed and lines are cut. Everything that was answered is in the record when it ends.
 */
export async function runSession(world: World, { seed, actions, crashes }: SessionPlan): Promise<void> {
  const { newsroom, record } = world;
  // Approvers may end what others wrote.
  record.deputies.add("duyet");
  const chance = aRandom(seed);
  const source = () => aRandom(Math.floor(chance() * 4_294_967_296));
  const at = (login: string) => aPerson(world, login, source());
  const four = [
    await editorsChoices(world, at("viet"), at("viet-2")),
    await editorsChoices(world, at("viet-2"), at("viet")),
    contributorsChoices(world, source()),
    approversChoices(world, { approver: at("duyet"), other: at("lanh-dao"), operator: at("van-hanh") }),
  ];
  const each = Math.ceil(actions / four.length);
  let begun = 0;
  const moments = Array.from({ length: crashes }, () => Math.floor(chance() * actions * 0.9)).sort(
    (a, b) => a - b,
  );
  let killing: Promise<void> = Promise.resolve();

  /** Before an action: the newsroom may be about to die, a line about to be cut. */
  function disturb(): void {
    begun += 1;
    if (moments[0] !== undefined && begun > moments[0]) {
      moments.shift();
      const wait = chance() * longestAction;
      killing = killing.then(async () => {
        await new Promise((done) => setTimeout(done, wait));
        await newsroom.kill();
      });
    }
    if (chance() < world.losses.line) {
      const line = newsroom.lines[Math.floor(chance() * newsroom.lines.length)];
      line?.cut(Math.floor(chance() * 3000));
      setTimeout(() => line?.mend(), chance() * longestAction);
    }
  }

  await Promise.all(
    four.map(async (choices) => {
      const random = source();
      for (let count = 0; count < each; count += 1) {
        const [, name, action] = choose(choices, random);
        disturb();
        const outcome = await endOf(action);
        if (outcome.startsWith("broken")) record.wrong.push(`${name}: ${outcome}`);
        const key = `${name}: ${outcome}`;
        record.outcomes.set(key, (record.outcomes.get(key) ?? 0) + 1);
      }
    }),
  );
  await killing;
  for (const line of newsroom.lines) line.mend();
}

/** How an action ended: a lost line and a refusal are ends like others. */
async function endOf(action: () => Promise<string>): Promise<string> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof LineLost) return "line lost";
    if (error instanceof Refused) return `refused (${error.status})`;
    return `broken: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

function choose(choices: readonly Choice[], random: () => number): Choice {
  let left = random() * choices.reduce((sum, [weight]) => sum + weight, 0);
  const found = choices.find(([weight]) => (left -= weight) < 0) ?? choices[0];
  if (!found) throw new Error("Nobody without anything to do takes part.");
  return found;
}

async function editorsChoices(world: World, person: Person, colleague: Person): Promise<Choice[]> {
  const clone = { person, folder: join(await aFolder(), "clone") };
  const does = (weight: number, name: string, action: editing.Action): Choice => [
    weight,
    name,
    () => action(person, world),
  ];
  return [
    does(5, "new piece", editing.newPiece),
    does(3, "save again what got no answer", editing.tryAgain),
    does(1, "new piece with a picture", editing.newPieceWithPicture),
    does(1, "piece for later", editing.schedule),
    does(6, "edit on", editing.editOn),
    does(3, "save over a newer version", editing.staleSave(colleague)),
    does(2, "adopt a piece from outside", editing.adopt),
    does(1, "leave out a piece from outside", editing.leaveOut),
    does(5, "hand in", editing.handIn),
    does(2, "change what is published", editing.changePublished),
    does(1, "withdraw", editing.withdraw),
    does(2, "approve own work", approving.approveOwn),
    // As a deputy, if the approver has made this editor one.
    does(1, "approve as a deputy", approving.approveAndPublish),
    does(1, "comment", editing.comment),
    does(1, "throw away own work", editing.throwAway("own")),
    does(1, "throw away others' work", editing.throwAway("others")),
    does(1, "push a piece", pushing.pushPiece(clone)),
    does(1, "push to main", pushing.pushToMain(clone)),
    does(1, "force push", pushing.forcePush(clone)),
    does(1, "look around", editing.lookAround),
  ];
}

function contributorsChoices(world: World, random: () => number): Choice[] {
  const contributor: sending.Contributor = { random, tickets: [] };
  const does = (weight: number, name: string, action: typeof sending.send): Choice => [
    weight,
    name,
    () => action(contributor, world),
  ];
  return [
    does(2, "open the form", sending.openForm),
    does(6, "send the form", sending.send),
    does(3, "send a mail", sending.mail),
    does(2, "ask after a piece", sending.askAfter),
    does(1, "knock at other doors", sending.intrude),
  ];
}

function approversChoices(
  world: World,
  { approver, other, operator }: Record<"approver" | "other" | "operator", Person>,
): Choice[] {
  const does = (weight: number, name: string, action: editing.Action, person = approver): Choice => [
    weight,
    name,
    () => action(person, world),
  ];
  return [
    does(9, "approve and publish", approving.approveAndPublish),
    does(2, "give back", approving.giveBack),
    does(2, "approve own work", approving.approveOwn),
    does(1, "edit and approve", approving.editAndApprove),
    does(1, "publish in an emergency", approving.emergency),
    does(1, "approve afterwards", approving.approveAfterwards, other),
    does(1, "change the delegation", approving.changeDelegation(operator, "viet-2")),
    does(1, "comment", editing.comment),
    does(1, "throw away others' work", editing.throwAway("others")),
    does(1, "look around", editing.lookAround),
  ];
}
