import type { Portal } from "../../content-model/portal.ts";
import { editAddress, entryOfBranch } from "../../editorial/collection-name.ts";
import type { ForgeAccess } from "../../editorial/forge-access.ts";
import { approversOf, personOf, rolesOf } from "../../editorial/rights.ts";
import type { Part } from "../../editorial/part.ts";
import { massAct } from "../../editorial/take-down/branches.ts";
import { stageLabel } from "../../editorial/status-context.ts";
import type { Forge, ForgeEvent } from "../../forge/forge.ts";
import type { Clock } from "../../foundation/clock.ts";
import { describeProblem } from "../../foundation/problem.ts";
import { vietnamTime } from "../../foundation/vietnam-time.ts";
import { callAt, type PlannedCall } from "../call-at.ts";
import type { Letter } from "../mail/letter.ts";
import { isReachable } from "../mail/reachable.ts";
import type { Outbox, Post, Recipient } from "../mail/outbox.ts";
import { createTaskQueue } from "../task-queue.ts";
import * as letters from "./letters.ts";
import { pagesByAuthor } from "./pages-by-author.ts";
import { pathsOf, readSubmission, type ReadSubmission } from "./read-submission.ts";
import type { Handover, Publication, Untold } from "./untold.ts";

export interface NoticeOptions {
  forge: Pick<Forge, "onEvent" | "accounts" | "submissions">;
  access: ForgeAccess;
  portal: () => Promise<Portal>;
  outbox: Outbox;
  untold: Untold;
  /** What a commit would change on main. */
  partsOf: (head: string) => Promise<readonly Part[]>;
  /** The ways by which people are told; with none, nobody is. */
  by: ReadonlySet<Recipient["by"]>;
  /** Where the desk is served. */
  desk: () => string;
  /** Tells until when a submission that waits should have been dealt with. */
  dueTimes: () => Promise<(handover: Handover) => Date>;
  /** The letter to who sent a piece from outside the newsroom, once readers see it. */
  requesterLetter: (
    publication: Publication,
  ) => { to: { name: string; address: string }; letter: Letter } | undefined;
  /** Hears of each publication that readers have, or that took its pages from them. */
  live: (publication: Publication) => void;
  /** The pages where somebody says that a published piece is right, or what is wrong with it. */
  answerLinks: (number: number, who: string) => letters.AnswerLinks | undefined;
  clock: Clock;
  log: (line: string) => void;
}

/** Tells people what waits for them and what became of their work. */
export interface Notices {
  /** Main took a submission, and its pages are or will be at these addresses. */
  published: (publication: Publication) => void;
  /** Every host serves the newest release. */
  everywhere: () => void;
  publicationFailed: (error: unknown) => void;
  correctionAsked: (number: number, answer: { id: number; who: string; text: string }) => Promise<void>;
  /** Resolves when everything that happened so far has been dealt with. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
}

const untilNextLook = 30_000;
/** How late a piece may be before operators are told (ms): a publication takes seconds. */
const tolerance = 5 * 60_000;

/** Follows the forge and the publications. First catches up with what happened while nobody followed. */
export async function followNotices(options: NoticeOptions): Promise<Notices> {
  const { forge, access, outbox, untold, by, clock, log } = options;
  const queue = createTaskQueue((name, error) =>
    log(`${name} could not be told of: ${describeProblem(error)}`),
  );
  let alarm: PlannedCall | undefined;
  /** Waits that approvers were reminded of since the start: not looked at again. */
  const reminded = new Set<string>();
  /** Whom something was handed to since the start, by its number: not looked at again. */
  const handedTo = new Set<string>();
  /** Since when publication fails. */
  let failingSince: string | undefined;

  /** Writes a letter down for each of these people, and for the webhook, once for an event. */
  function tell(event: string, logins: readonly string[], letter: Letter): void {
    outbox.post([...logins.flatMap((login) => mailTo(event, login, letter)), ...webhook(event, letter)]);
  }

  function mailTo(event: string, login: string, letter: Letter): Post[] {
    const account = forge.accounts.find(login);
    if (!by.has("mail") || !account || !isReachable(account) || outbox.isMuted(login)) return [];
    const to = { by: "mail" as const, name: account.name, address: account.email };
    return [{ key: `${event}/${account.login}`, to, letter }];
  }

  function webhook(event: string, { subject, parts }: Letter): Post[] {
    return by.has("webhook")
      ? [{ key: `${event}/webhook`, to: { by: "webhook" }, letter: { subject, parts } }]
      : [];
  }

  /** Who may approve it: those who answer for all of it and wrote none of it. */
  async function approversFor(submission: ReadSubmission, portal: Portal): Promise<string[]> {
    const { number, head, writers, author } = submission;
    const own = [author, ...writers];
    const parts = await options.partsOf(head);
    // Of what main has taken nothing is left to merge; its paths still say whose it is.
    const all = parts.length > 0 ? parts : await pathsOf(access, number);
    const occasion = { at: clock().toISOString(), except: own };
    return approversOf(portal, all, occasion)
      .map(({ login }) => login)
      .filter((login) => !own.includes(login));
  }

  async function tellWaiting(number: number): Promise<void> {
    const submission = await readSubmission(access, number);
    if (submission.state !== "open" || !submission.labels.includes(stageLabel.review)) {
      untold.waitsNoLonger(number);
      return;
    }
    const round = submission.returns.length;
    untold.waits(number, round, clock());
    const portal = await options.portal();
    tell(
      `waiting/${String(number)}/${String(round)}`,
      await approversFor(submission, portal),
      letters.waitingLetter(submission, authorNames(submission, portal)),
    );
  }

  async function tellReturned(number: number): Promise<void> {
    const submission = await readSubmission(access, number);
    const portal = await options.portal();
    const entry = entryOfBranch(submission.branch);
    for (const { id, login, reason, at } of submission.returns) {
      if (at < begun) continue;
      tell(
        `returned/${String(id)}`,
        peopleOf(submission).filter((writer) => writer !== login),
        letters.returnedLetter(
          submission,
          nameOf(portal, login),
          reason.trim(),
          entry && options.desk() + editAddress(entry),
        ),
      );
    }
  }

  /** Hands somebody what they are to go on with; who gave it away at the console tells no event. */
  async function tellHandedOver(): Promise<void> {
    const handed = forge
      .submissions()
      .filter(({ state, assignees }) => state === "open" && assignees.length > 0);
    if (handed.length === 0) return;
    const portal = await options.portal();
    for (const { number, openedBy, assignees } of handed) {
      const untoldOnes = assignees.filter(
        (login) => login !== openedBy && !handedTo.has(`${String(number)}/${login}`),
      );
      if (untoldOnes.length === 0) continue;
      const submission = await readSubmission(access, number);
      const entry = entryOfBranch(submission.branch);
      const edit = entry && options.desk() + editAddress(entry);
      for (const login of untoldOnes) {
        tell(
          `handed/${String(number)}`,
          [login],
          letters.handedOverLetter(submission, nameOf(portal, openedBy), edit),
        );
        handedTo.add(`${String(number)}/${login}`);
      }
    }
  }

  async function tellAllOverdue(): Promise<void> {
    const dueBy = await options.dueTimes();
    const late = untold.waiting().filter((handover) => dueBy(handover) <= clock());
    for (const handover of late) if (!reminded.has(nameOfWait(handover))) await tellOverdue(handover);
  }

  async function tellOverdue(handover: Handover): Promise<void> {
    const { number, since } = handover;
    const submission = await readSubmission(access, number);
    if (submission.state !== "open" || !submission.labels.includes(stageLabel.review)) {
      untold.waitsNoLonger(number);
      return;
    }
    const portal = await options.portal();
    tell(
      `overdue/${nameOfWait(handover)}`,
      await approversFor(submission, portal),
      letters.overdueLetter(submission, authorNames(submission, portal), inWords(since)),
    );
    reminded.add(nameOfWait(handover));
  }

  async function tellPublished(publication: Publication): Promise<void> {
    const { number, commit, links, due, withdrawn } = publication;
    const submission = await readSubmission(access, number);
    const event = (name: string) => `${name}/${String(number)}/${commit}`;
    const dueTime = due === undefined ? undefined : new Date(due);
    if (dueTime && dueTime > clock()) {
      tell(event("scheduled"), peopleOf(submission), letters.scheduledLetter(submission, inWords(dueTime)));
      return;
    }
    const shown = links.map(({ host, url }) => ({ label: host, link: url }));
    if (withdrawn) tell(event("withdrawn"), peopleOf(submission), letters.withdrawnLetter(submission));
    else if (links.length > 0) {
      const unseen = await unreadable(links.map(({ url }) => url));
      if (unseen.length > 0) {
        const late = dueTime !== undefined && clock().getTime() - dueTime.getTime() > tolerance;
        if (late) {
          const missing = shown.filter(({ link }) => unseen.includes(link));
          const letter = letters.lateLetter(submission, inWords(dueTime), missing);
          tell(event("late"), operatorsOf(await options.portal()), letter);
        }
        return;
      }
      outbox.post([
        ...peopleOf(submission).flatMap((login) => {
          const answers = options.answerLinks(number, login);
          return mailTo(event("live"), login, letters.liveLetter(submission, shown, answers));
        }),
        ...webhook(event("live"), letters.liveLetter(submission, shown, undefined)),
      ]);
    }
    const requester = by.has("mail") ? options.requesterLetter(publication) : undefined;
    if (requester) {
      const { to, letter } = requester;
      outbox.post([{ key: event("requester"), to: { by: "mail", ...to }, letter }]);
    }
    if (by.has("mail")) await tellAuthors(submission, publication);
    options.live(publication);
    untold.told(publication);
  }

  /** Tells whoever wrote pages that somebody took down, or gave back, with others: one letter each, with all that are theirs. */
  async function tellAuthors(submission: ReadSubmission, publication: Publication): Promise<void> {
    const act = massAct(submission.branch);
    if (!act) return;
    const write = { down: letters.pagesTakenDownLetter, back: letters.pagesGivenBackLetter }[act];
    const who = nameOf(await options.portal(), submission.author);
    // The first paragraph is the reason; what follows lists the pages.
    const [reason = ""] = submission.body.split("\n\n");
    const event = `pages-${act}/${String(submission.number)}/${publication.commit}`;
    for (const [login, pages] of await pagesByAuthor(access, submission, publication))
      outbox.post(mailTo(event, login, write(submission, who, reason, pages)));
  }

  function look(): void {
    for (const ask of again) ask();
    again.clear();
    for (const publication of untold.untoldPublications())
      queue.add(`The publication of submission ${String(publication.number)}`, () =>
        tellPublished(publication),
      );
    queue.add("What waits for too long", tellAllOverdue);
    if (by.size > 0) queue.add("What was handed over", tellHandedOver);
    alarm?.cancel();
    alarm = callAt(new Date(clock().getTime() + untilNextLook), clock, look);
  }

  /** What could not be looked at is looked at again with the next round. */
  const again = new Set<() => void>();
  function waiting(number: number): void {
    queue.add(`Submission ${String(number)} in its stage`, () =>
      tellWaiting(number).catch((error: unknown) => retry(() => waiting(number), error)),
    );
  }
  function returned(number: number): void {
    queue.add(`The return of submission ${String(number)}`, () =>
      tellReturned(number).catch((error: unknown) => retry(() => returned(number), error)),
    );
  }
  function retry(look: () => void, error: unknown): never {
    again.add(look);
    throw error;
  }

  const begun = by.size > 0 ? outbox.begun() : clock();
  const leave = forge.onEvent((event: ForgeEvent) => {
    if (by.size === 0) return;
    // Only a label tells that it is handed in; a return comes before its label.
    if (event.type === "pull_request" && event.action === "assigned")
      queue.add("What was handed over", tellHandedOver);
    else if (event.type === "pull_request" && event.action !== "synchronize") waiting(event.number);
    if (event.type === "pull_request_review" && event.state === "CHANGES_REQUESTED") returned(event.number);
  });
  if (by.size > 0) {
    for (const number of await openNumbers(access)) {
      waiting(number);
      returned(number);
    }
  }
  look();

  return {
    published(publication) {
      untold.published(publication);
    },
    everywhere() {
      failingSince = undefined;
      look();
    },
    publicationFailed(error) {
      failingSince ??= clock().toISOString();
      const event = `failed/${failingSince}`;
      const letter = letters.publicationFailedLetter(describeProblem(error), `${options.desk()}/duyet/`);
      queue.add("A failed publication", async () => {
        tell(event, operatorsOf(await options.portal()), letter);
      });
    },
    async correctionAsked(number, { id, who, text }) {
      const submission = await readSubmission(access, number);
      const approvers = await approversFor(submission, await options.portal());
      const people = [...peopleOf(submission), ...approvers];
      const letter = letters.correctionLetter(submission, who, text);
      tell(`correction/${String(id)}`, [...new Set(people)], letter);
    },
    idle: () => queue.idle(),
    async stop() {
      leave();
      alarm?.cancel();
      await queue.stop();
    },
  };
}

/** Whose work it is: those who wrote it, and those who go on with it. */
function peopleOf({ writers, assignees }: ReadSubmission): string[] {
  return [...new Set([...writers, ...assignees])];
}

function authorNames({ writers, author }: ReadSubmission, portal: Portal): string {
  return (writers.length > 0 ? writers : [author]).map((login) => nameOf(portal, login)).join(", ");
}

const nameOfWait = ({ number, round }: Handover) => `${String(number)}/${String(round)}`;

const nameOf = (portal: Portal, login: string) => personOf(portal, login)?.name ?? login;

function operatorsOf(portal: Portal): string[] {
  return portal.people
    .map(({ login }) => login)
    .filter((login) => rolesOf(portal, login).includes("operator"));
}

/** Addresses at which a reader does not get the page now. */
async function unreadable(addresses: readonly string[]): Promise<string[]> {
  const seen = await Promise.all(
    addresses.map(async (address) => {
      const answer = await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(10_000) }).catch(
        () => undefined,
      );
      return answer?.ok === true;
    }),
  );
  return addresses.filter((_, index) => !seen[index]);
}

async function openNumbers({ octokit, owner, repo }: ForgeAccess): Promise<number[]> {
  const pulls = await octokit.paginate(octokit.rest.pulls.list, {
    owner,
    repo,
    state: "open",
    per_page: 100,
  });
  return pulls.map(({ number }) => number);
}

/** `08:30 ngày 20/11/2026`. */
function inWords(moment: Date): string {
  const { hour, minute, day, month, year } = vietnamTime(moment);
  return `${hour}:${minute} ngày ${day}/${month}/${year}`;
}
