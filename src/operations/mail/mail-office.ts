import type { Clock } from "../../foundation/clock.ts";
import { Problem } from "../../foundation/problem.ts";
import { openDataFolder } from "../data-folder.ts";
import { deliverBySmtp } from "./deliver-by-smtp.ts";
import { readMailSettings } from "./mail-settings.ts";
import { openOutbox } from "./outbox.ts";

/** What an operator does with letters. Each returns what to tell them. */
export interface MailOffice {
  list: () => string;
  /** Takes a message that was given up into the queue again. */
  retry: (id: number) => string;
  mute: (login: string, muted: boolean) => string;
  /** Sends one letter at once, past the queue. */
  test: (address: string, environment: Readonly<Record<string, string | undefined>>) => Promise<string>;
  close: () => void;
}

/** Opens the letters of a newsroom by its data folder, whether it runs or not. */
export async function openMailOffice(path: string, clock: Clock): Promise<MailOffice> {
  const data = await openDataFolder(path);
  const outbox = openOutbox(data.mail, { clock, gatherFor: 0 });
  return {
    list() {
      const lines = outbox.report().map(({ id, state, at, attempts, to, subject, error }) => {
        const told = [`#${String(id)}`, state, at.slice(0, 16).replace("T", " "), to, subject].join("  ");
        return error === "" ? told : `${told}\n     ${error} (tried ${String(attempts)} times)`;
      });
      return lines.length > 0 ? lines.join("\n") : "No letter waits, and none was sent.";
    },
    retry(id) {
      if (outbox.revive(id))
        return `#${String(id)} is tried again when the newsroom runs, within half a minute.`;
      throw new Problem(`No message #${String(id)} was given up whose words are still kept.`, {
        remedy: "Look it up with npm run mail -- list.",
      });
    },
    mute(login, muted) {
      outbox.mute(login, muted);
      return muted ? `${login} gets no notices any more.` : `${login} gets notices again.`;
    },
    async test(address, environment) {
      const { smtp } = readMailSettings(environment);
      if (!smtp)
        throw new Problem("CONG_SMTP_URL is not set.", {
          remedy: "Set it as the newsroom has it: docs/mail-and-intake.md.",
        });
      const deliver = deliverBySmtp(smtp, {
        portal: () => Promise.resolve("Cổng thông tin điện tử"),
        note: "",
      });
      await deliver({
        ...{ id: 0, attempts: 0, madeAt: clock(), answers: undefined },
        messageId: `thu-${String(clock().getTime())}`,
        to: { by: "mail", name: address, address },
        letter: {
          subject: "Thư thử của cổng",
          parts: ["Thư này thử việc gửi thư của cổng; không cần trả lời."],
        },
      });
      return `The mail server took a letter for ${address}.`;
    },
    close: () => {
      outbox.close();
    },
  };
}
