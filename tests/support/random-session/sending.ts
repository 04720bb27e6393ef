import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import MailComposer from "nodemailer/lib/mail-composer";
import sharp from "sharp";
import { codeIn, freshTicket, sendForm } from "../an-intake.ts";
import { LineLost, Refused, type World } from "./person.ts";

/** Somebody without an account. */
export interface Contributor {
  random: () => number;
  /** Forms that were opened, and when: one that comes back at once was filled in by no person. */
  tickets: { ticket: string; at: number }[];
}

/** How long a form stands open before it is sent (ms). */
const reading = 3500;

async function lost<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refused ? error : new LineLost("the form", { cause: error });
  }
}

export async function openForm({ tickets }: Contributor, { newsroom }: World): Promise<string> {
  await newsroom.up();
  const ticket = await lost(freshTicket(newsroom.outside));
  if (ticket !== "") tickets.push({ ticket, at: Date.now() });
  return "opened";
}

/** Sends a form that was opened before; now and then twice, as an impatient person does. */
export async function send(contributor: Contributor, world: World): Promise<string> {
  const { tickets, random } = contributor;
  const ready = tickets.findIndex(({ at }) => Date.now() - at > reading);
  if (ready < 0) return openForm(contributor, world);
  const [{ ticket } = { ticket: "" }] = tickets.splice(ready, 1);
  const { newsroom, record } = world;
  await newsroom.up();
  const mark = `Đoạn thứ ${record.saves.length + record.sent.length + 1} gửi từ ngoài`;
  const title = `Bài gửi số ${record.sent.length + 1} của cộng tác viên`;
  const sent: World["record"]["sent"][number] = { title, mark };
  record.sent.push(sent);
  const text = `Sáng nay phường Bến Quế trồng cây ven sông.\n${mark}.`;
  const files = random() < 0.3 ? [{ name: "anh.png", bytes: await picture() }] : [];
  const form = async () => {
    const answer = await lost(sendForm(newsroom.outside, { phieu: ticket, title, text }, files));
    if (answer.status >= 500 && answer.status !== 503)
      record.wrong.push(`The form: ${answer.status} ${await answer.text()}`);
    if (answer.status !== 303) throw new Refused(answer.status, "the form");
    return codeIn(answer);
  };
  sent.code = await form();
  if (random() < 0.4) {
    const again = await form();
    if (again !== sent.code) record.wrong.push(`One form got two receipts: ${sent.code} and ${again}.`);
  }
  return "receipt";
}

const picture = () =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: "#5b7f95" } })
    .png()
    .toBuffer();

/** Asks how far a piece is. */
export async function askAfter({ random }: Contributor, { newsroom, record }: World): Promise<string> {
  const known = record.sent.filter(({ code }) => code !== undefined);
  const { code, title } = known[Math.floor(random() * known.length)] ?? {};
  if (code === undefined || title === undefined) return "nothing to do";
  await newsroom.up();
  const answer = await lost(fetch(`${newsroom.outside}/bien-nhan/${code}`));
  const text = await lost(answer.text());
  if (answer.status !== 200 || !text.includes(title))
    record.wrong.push(`The receipt ${code}: ${answer.status} ${text.slice(0, 200)}`);
  return "told";
}

/** A message as a mail server delivers it. */
export async function mail(_: Contributor, { newsroom, record }: World): Promise<string> {
  const number = record.sent.length + 1;
  const mark = `Đoạn thứ ${record.saves.length + number} gửi qua thư`;
  const title = `Thư gửi bài số ${number} của phường Đông Mây`;
  const raw = await new MailComposer({
    from: `Cộng tác viên <nguoi-gui-${number}@example.com>`,
    to: "banbientap@songmay.gov.vn",
    subject: title,
    text: `Chiều nay phường Đông Mây họp tổ dân phố.\n\n${mark}.`,
    messageId: `<thu-${number}@example.com>`,
  })
    .compile()
    .build();
  for (const folder of ["tmp", "new"]) await mkdir(join(newsroom.mailbox, folder), { recursive: true });
  await writeFile(join(newsroom.mailbox, "tmp", `${number}.thu`), raw);
  await rename(
    join(newsroom.mailbox, "tmp", `${number}.thu`),
    join(newsroom.mailbox, "new", `${number}.thu`),
  );
  record.sent.push({ title, mark });
  return "delivered";
}

/** Knocks at doors that are not for who has no account. */
export async function intrude({ random }: Contributor, { newsroom, record }: World): Promise<string> {
  const doors = ["/api/v3/user", "/desk/queue", "/desk/contributions/1", "/song-may/cong.git/info/refs"];
  const door = doors[Math.floor(random() * doors.length)] ?? "/desk/queue";
  await newsroom.up();
  const { status } = await lost(fetch(newsroom.desk + door));
  if (status !== 401 && status !== 404) record.wrong.push(`${door} answered ${status} to nobody.`);
  return "turned away";
}
