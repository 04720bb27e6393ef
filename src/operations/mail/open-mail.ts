import type { Clock } from "../../foundation/clock.ts";
import { callEachNight } from "../call-at.ts";
import { deliverBySmtp } from "./deliver-by-smtp.ts";
import { deliverByWebhook } from "./deliver-by-webhook.ts";
import type { MailSettings } from "./mail-settings.ts";
import { openOutbox, type Outbox, type Recipient } from "./outbox.ts";
import { startPostman, type Deliver } from "./postman.ts";

/** The newsroom's letters, and by which ways they go. */
export interface Mail {
  outbox: Outbox;
  by: ReadonlySet<Recipient["by"]>;
  /** The address that mail is sent from. */
  address: string | undefined;
  stop: () => Promise<void>;
}

const note =
  "Thư này do hệ thống của cổng tự gửi. Người trong tòa soạn không muốn nhận nữa thì báo quản trị hệ thống tắt giúp.";

/** How long the words of a letter are kept once it has been sent or given up (ms). */
const retention = 30 * 86_400_000;

export function openMail(options: {
  file: string;
  settings: MailSettings;
  /** The portal's name, in which letters are signed. */
  portal: () => Promise<string>;
  clock: Clock;
  log: (line: string) => void;
}): Mail {
  const { file, settings, portal, clock, log } = options;
  const { smtp, webhook, gatherFor } = settings;
  const outbox = openOutbox(file, { clock, gatherFor });
  const deliver: Partial<Record<Recipient["by"], Deliver>> = {
    ...(smtp ? { mail: deliverBySmtp(smtp, { portal, note }) } : {}),
    ...(webhook ? { webhook: deliverByWebhook(webhook, { portal }) } : {}),
  };
  const by = new Set(Object.keys(deliver) as Recipient["by"][]);
  if (!by.has("mail")) log("No mail is sent: CONG_SMTP_URL is not set (docs/mail-and-intake.md).");
  const postman = startPostman({ outbox, deliver, clock, log });
  const nights = callEachNight(clock, () => outbox.purge(new Date(clock().getTime() - retention)));
  return {
    outbox,
    by,
    address: smtp?.from.address,
    async stop() {
      nights.cancel();
      await postman.stop();
      outbox.close();
    },
  };
}
