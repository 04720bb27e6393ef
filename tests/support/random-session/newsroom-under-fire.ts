import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { createBareRepository } from "../../../src/git/create-bare-repository.ts";
import { aCheckout } from "../a-repository.ts";
import { aFolder } from "../folder.ts";
import { aLink, type Link } from "../link.ts";
import { startNewsroom, type Addresses, type RunningNewsroom } from "../newsroom.ts";
import { aNewsText } from "../news.ts";
import { portalSettings } from "../portal.ts";
import { aSite } from "../site.ts";

/** The real newsroom of a small portal behind lines that can be cut; its addresses stay when it is killed and started again. */
export interface NewsroomUnderFire {
  data: string;
  /** A Maildir that it takes messages from. */
  mailbox: string;
  addresses: () => Addresses;
  /** The forge's API, the desk, and the public service, through the lines. */
  desk: string;
  outside: string;
  lines: readonly Link[];
  /** All that it wrote, over all its lives. */
  output: () => string;
  /** Resolves when it runs. */
  up: () => Promise<unknown>;
  /** Ends it without warning and starts it again. */
  kill: () => Promise<void>;
  stop: () => Promise<number | null>;
}

export async function aNewsroomUnderFire(): Promise<NewsroomUnderFire> {
  const folder = await aFolder();
  const data = join(folder, "data");
  const mailbox = join(folder, "Maildir");
  await mkdir(data, { mode: 0o700 });
  await createBareRepository(
    await aCheckout(join(folder, "checkout"), content()),
    join(data, "repository.git"),
  );
  const start = () => startNewsroom(data, { env: { CONG_MAILBOX: mailbox } });
  let past = "";
  let newsroom: RunningNewsroom = await start();
  let running: Promise<unknown> = Promise.resolve();
  const portOf = (address: string) => Number(new URL(address).port);
  const desk = await aLink(() => portOf(newsroom.addresses.cms));
  const outside = await aLink(() => portOf(newsroom.addresses.contribute));
  return {
    data,
    mailbox,
    addresses: () => newsroom.addresses,
    desk: `http://127.0.0.1:${desk.port}`,
    outside: `http://127.0.0.1:${outside.port}`,
    lines: [desk, outside],
    output: () => past + newsroom.output(),
    up: () => running,
    kill() {
      const again = async () => {
        await newsroom.kill();
        past += `${newsroom.output()}\n── killed ──\n`;
        newsroom = await start();
      };
      const started = again();
      running = started;
      return started;
    },
    stop: () => newsroom.stop(),
  };
}

/** A portal that is published in a second, with the people of the tests. */
function content(): Record<string, string> {
  return {
    "content/portal.yaml": stringify(portalSettings),
    "content/sites/tinh/site.yaml": stringify(aSite()),
    "content/sites/so/site.yaml": stringify(aSite({ kind: "department", domain: "so.songmay.gov.vn" })),
    "content/sites/tinh/news/2026/da-dang.md": aNewsText({ title: "Bài đã đăng từ trước ở mục thông báo" }),
  };
}
