import sharp from "sharp";
import { z } from "zod";
import { formatEntry, readLoosely } from "../../../src/content-model/entry-file.ts";
import { stageLabel } from "../../../src/editorial/status-context.ts";
import { aBody, aNewsItem } from "../news.ts";
import { anyOf, board, type Submission } from "./board.ts";
import { LineLost, Refused, type Entry, type Loaded, type Person, type World } from "./person.ts";

/** Does one thing and says in a word how it ended. */
export type Action = (person: Person, world: World) => Promise<string>;

const folder = "content/sites/tinh/news/2026";

/** Words that nobody has written before. */
export function freshMark({ login }: Person, { record }: World): string {
  return `Đoạn thứ ${record.saves.length + record.sent.length + 1} do ${login} viết`;
}

export function entryNamed(slug: string): Entry {
  return { path: `${folder}/${slug}.md`, branch: `cms/tinh-tin-2026/${slug}` };
}

/** Text with one more paragraph, and fields changed. Nothing that was there goes away. */
function withMore(text: string, mark: string, changes: Record<string, unknown> = {}): string {
  const { data, body } = readLoosely(text);
  return formatEntry({ ...complete(data), ...changes }, `${body}\n\n${mark}.`);
}

/** What an editor adds to a piece from outside, so that it can be published. */
function complete(data: Record<string, unknown>): Record<string, unknown> {
  const { category, summary } = aNewsItem();
  return { category, summary, ...data };
}

export const newPiece: Action = (person, world) => writeNew(person, world, {});

/** A piece for later: in some seconds, or on a day that does not come in this session. */
export const schedule: Action = (person, world) => {
  const wait = person.random() < 0.5 ? 5000 : 5 * 86_400_000;
  return writeNew(person, world, { publishAt: new Date(Date.now() + wait).toISOString() });
};

export const newPieceWithPicture: Action = async (person, world) => {
  const slug = freshSlug(person, world);
  const shade = () => Math.round(person.random() * 255);
  const background = { r: shade(), g: shade(), b: 120 };
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer();
  const cover = `/media/2026/${slug}.png`;
  const pictures = [{ path: `content/sites/tinh${cover}`, bytes }];
  return writeNew(person, world, { cover, coverAlt: "Bờ sông Mây buổi sáng" }, { slug, pictures });
};

const freshSlug = ({ login }: Person, { record }: World) => `bai-${record.saves.length + 1}-${login}`;

async function writeNew(
  person: Person,
  world: World,
  fields: Record<string, unknown>,
  given: { slug?: string; pictures?: { path: string; bytes: Buffer }[] } = {},
): Promise<string> {
  const mark = freshMark(person, world);
  const entry = entryNamed(given.slug ?? freshSlug(person, world));
  const title = `Tin ${mark.toLowerCase()} ở phường Bến Quế`;
  const text = formatEntry({ ...aNewsItem({ title }), ...fields }, `${aBody}\n\n${mark}.`);
  await saveNew(person, entry, { text, mark, ...given });
  return "saved";
}

/** Entries whose first save got no answer; the form still stands open. */
const unanswered = new WeakMap<Person, { entry: Entry; mark: string; text: string }[]>();

async function saveNew(
  person: Person,
  entry: Entry,
  version: { text: string; mark: string; pictures?: { path: string; bytes: Buffer }[] },
): Promise<void> {
  try {
    await person.save(entry, { ...version, loaded: undefined, isOpen: false });
  } catch (error) {
    if (error instanceof LineLost)
      unanswered.set(person, [...(unanswered.get(person) ?? []), { entry, ...version }]);
    throw error;
  }
}

/** Presses «save» once more where the first try got no answer, with one more sentence meanwhile. */
export const tryAgain: Action = async (person, world) => {
  const [first, ...others] = unanswered.get(person) ?? [];
  if (!first) return newPiece(person, world);
  unanswered.set(person, others);
  const mark = freshMark(person, world);
  await saveNew(person, first.entry, { text: withMore(first.text, mark), mark });
  return "saved";
};

export const editOn: Action = async (person, world) => {
  const chosen = anyOf(await board(person), person.random);
  return chosen ? writeOn(person, world, chosen) : "nothing to do";
};

const fromOutside = async (person: Person) =>
  (await board(person)).filter(({ author }) => author === "toa-soan");

/** Completes what somebody outside sent in. */
export const adopt: Action = async (person, world) => {
  const chosen = anyOf(await fromOutside(person), person.random);
  return chosen ? writeOn(person, world, chosen) : "nothing to do";
};

async function writeOn(person: Person, world: World, entry: Entry, loaded?: Loaded): Promise<string> {
  const from = loaded ?? (await person.load(entry.path, entry.branch));
  if (!from) return "gone";
  const mark = freshMark(person, world);
  await person.save(entry, { text: withMore(from.text, mark), mark, loaded: from, isOpen: true });
  return "saved";
}

/** Saves over a version that came after the form was filled; must be refused. Then brings the words into the new version. */
export const staleSave: (colleague: Person) => Action = (colleague) => async (person, world) => {
  const chosen = anyOf(await board(person), person.random);
  const loaded = chosen && (await person.load(chosen.path, chosen.branch));
  if (!chosen || !loaded) return "nothing to do";
  await writeOn(colleague, world, chosen);
  try {
    await writeOn(person, world, chosen, loaded);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await writeOn(person, world, chosen);
    return "refused, then brought in";
  }
  world.record.wrong.push(`${person.login} saved ${chosen.path} over a version that they had not seen.`);
  return "written over";
};

/** Edits what is published: the same entry again, in a submission of its own. */
const editPublished =
  (fields: Record<string, unknown>): Action =>
  async (person, world) => {
    const list = z.array(z.object({ name: z.string() }));
    const files = await person.ask(list, "GET", `/contents/${folder}?ref=main`);
    const open = new Set((await board(person)).map(({ path }) => path));
    const slugs = files.map(({ name }) => name.replace(/\.md$/, ""));
    const free = slugs.filter((slug) => !open.has(entryNamed(slug).path));
    const slug = anyOf(free, person.random);
    if (slug === undefined) return "nothing to do";
    const entry = entryNamed(slug);
    const loaded = await person.load(entry.path, "main");
    if (!loaded) return "gone";
    const mark = freshMark(person, world);
    const text = withMore(loaded.text, mark, fields);
    await person.save(entry, { text, mark, loaded, isOpen: false });
    return "saved";
  };

export const changePublished = editPublished({});
export const withdraw = editPublished({
  withdrawn: true,
  withdrawnReason: "Nội dung đã cũ, thay bằng bài mới của ban biên tập.",
});

export const setStage = (person: Person, { number }: Pick<Submission, "number">, stage: string) =>
  person.ask(z.unknown(), "PUT", `/issues/${number}/labels`, { labels: [stage] });

export const handIn: Action = async (person) => {
  const drafts = (await board(person)).filter(({ stage }) => stage === stageLabel.draft);
  const chosen = anyOf(drafts, person.random);
  if (!chosen) return "nothing to do";
  await setStage(person, chosen, stageLabel.review);
  return "handed in";
};

export const comment: Action = async (person, { record }) => {
  const chosen = anyOf(await board(person), person.random);
  if (!chosen) return "nothing to do";
  const body = `Góp ý số ${record.comments.length + 1} của ${person.login}: xem lại câu đầu.`;
  await person.ask(z.unknown(), "POST", `/issues/${chosen.number}/comments`, { body });
  record.comments.push({ number: chosen.number, login: person.login, body });
  return "commented";
};

/** Takes a submission off the board with its branch: one's own may go; what others wrote may, for approvers and deputies alone. */
export const throwAway =
  (whose: "own" | "others"): Action =>
  async (person, { record }) => {
    const fitting = (await board(person)).filter(
      ({ author }) => author !== "toa-soan" && (author === person.login) === (whose === "own"),
    );
    const chosen = anyOf(fitting, person.random);
    if (!chosen) return "nothing to do";
    await person.ask(z.unknown(), "DELETE", `/git/refs/heads/${encodeURIComponent(chosen.branch)}`);
    const wrote = record.saves.some(({ login, path }) => login === person.login && path === chosen.path);
    if (!wrote && !record.deputies.has(person.login))
      record.wrong.push(`${person.login} removed ${chosen.branch}, of which they wrote nothing.`);
    return "removed";
  };

/** Looks around: the lists of the desk, and who else is at an entry. */
export const lookAround: Action = async (person) => {
  for (const path of ["/desk/queue", "/desk/search?text=Bến+Quế"]) {
    const { status } = await person.visit(path);
    if (status !== 200) throw new Refused(status, path);
  }
  return "seen";
};

/** Does without a piece from outside, with a word to its sender. */
export const leaveOut: Action = async (person) => {
  const chosen = anyOf(await fromOutside(person), person.random);
  if (!chosen) return "nothing to do";
  const answer = await person.visit(`/desk/contributions/${chosen.number}/unused`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ reason: "Bài đã có trên trang từ tuần trước." }),
  });
  if (!answer.ok) throw new Refused(answer.status, await answer.text());
  return "left out";
};
