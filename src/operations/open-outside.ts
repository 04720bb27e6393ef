import { join } from "node:path";
import { Hono } from "hono";
import type { ForgeAccess } from "../editorial/forge-access.ts";
import type { ForgeClient } from "../editorial/forge-client.ts";
import { nameOf } from "../editorial/verdict.ts";
import type { Forge } from "../forge/forge.ts";
import type { Clock } from "../foundation/clock.ts";
import { mainBranch } from "../git/main-branch.ts";
import { callEachNight } from "./call-at.ts";
import type { ContentReader } from "./content-reader.ts";
import { keptSecret, type DataFolder } from "./data-folder.ts";
import type { FileText } from "./file-text/file-text.ts";
import { intakeDesk } from "./intake/desk-routes.ts";
import { openIntake } from "./intake/intake.ts";
import type { IntakeSettings } from "./intake/intake-settings.ts";
import { openIntakeStore } from "./intake/intake-store.ts";
import { virusScan } from "./intake/virus-scan.ts";
import { watchImap } from "./intake/mailbox/watch-imap.ts";
import { watchMailbox } from "./intake/mailbox/watch-mailbox.ts";
import type { Mail } from "./mail/open-mail.ts";
import { followNotices, type NoticeOptions, type Notices } from "./notices/notices.ts";
import { isReachable } from "./mail/reachable.ts";
import { openUntold } from "./notices/untold.ts";
import { opinionDesk } from "./opinions/desk-routes.ts";
import { openOpinionStore, opinionDays } from "./opinions/opinion-store.ts";
import { publicService } from "./public-service/public-service.ts";
import { readStyle } from "./public-service/style.ts";
import { sweepForms } from "./public-service/sweep-forms.ts";
import type { WebServer } from "./web-server.ts";

export interface OutsideOptions {
  checkout: string;
  data: DataFolder;
  reader: ContentReader;
  forge: Pick<Forge, "onEvent" | "accounts" | "submissions" | "forReaders">;
  client: ForgeClient;
  access: ForgeAccess;
  mail: Mail;
  settings: IntakeSettings;
  /** Where the desk is served. */
  desk: () => string;
  /** Where readers find a site. */
  homeOf: (site: string) => string | undefined;
  dueTimes: NoticeOptions["dueTimes"];
  partsOf: NoticeOptions["partsOf"];
  /** The text in a file, where secrecy marks are looked for. */
  textOf: FileText;
  serve: (app: Hono) => Promise<WebServer>;
  clock: Clock;
  log: (line: string) => void;
}

/** What goes between the newsroom and people: notices, what is sent in from outside, and the public service. */
export interface Outside {
  notices: Notices;
  /** Where the public service is served. */
  origin: string;
  /** What the desk asks about pieces and comments from outside; to be served on its origin. */
  deskRoutes: Hono;
  stop: () => Promise<void>;
}

/** How long names and addresses of senders are kept once their piece is dealt with, in days. */
const keptDays = 90;
const day = 86_400_000;

export async function openOutside(options: OutsideOptions): Promise<Outside> {
  const { checkout, data, reader, forge, client, access, mail, settings, clock, log } = options;
  const closers: (() => unknown)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const store = openIntakeStore(data.intakeDatabase, clock);
    closers.push(() => {
      store.close();
    });
    const opinions = openOpinionStore(data.opinions, clock);
    closers.push(() => {
      opinions.close();
    });
    const untold = openUntold(data.notices);
    closers.push(() => {
      untold.close();
    });
    const forms = join(data.intake, "forms");
    await sweepForms(forms, { isNeeded: (path) => store.needs(path), atStart: true, clock });
    const secret = await keptSecret(data, "public-links.key");
    const where = { origin: "", notices: undefined as Notices | undefined };
    const intake = await openIntake({
      ...{ store, forge, client, access, mail, secret, clock, log },
      folder: data.intake,
      scan: virusScan(settings.scan),
      textOf: options.textOf,
      origin: () => where.origin,
      addressOf: (login) => {
        const account = forge.accounts.find(login);
        return account && isReachable(account) && !mail.outbox.isMuted(login)
          ? { name: account.name, address: account.email }
          : undefined;
      },
      correctionAsked: async (number, answer) => where.notices?.correctionAsked(number, answer),
      retention: keptDays * day,
    });
    closers.push(() => intake.stop());
    const firstSite = async () => {
      const { portal, sites } = await reader.at(mainBranch);
      const site = sites.get(portal.sites[0] ?? "");
      if (!site) throw new Error("The portal has no site.");
      return site.settings;
    };
    const server = await options.serve(
      publicService({
        ...{ intake, store, opinions, secret, keptDays, clock, log },
        folder: data.intake,
        textOf: options.textOf,
        origin: () => where.origin,
        content: () => reader.at(mainBranch),
        homeOf: options.homeOf,
        titleOf: async (number) => (await client.submission(number)).title,
        nameOf: async (login) => nameOf(await reader.portal(), login),
        style: await readStyle(checkout, firstSite),
        behindProxy: settings.behindProxy,
        byMail: mail.by.has("mail"),
      }),
    );
    closers.push(() => server.close());
    where.origin = settings.origin ?? server.origin;
    const notices = await followNotices({
      ...{ forge, access, untold, clock, log },
      ...{ outbox: mail.outbox, by: mail.by },
      portal: () => reader.portal(),
      desk: options.desk,
      dueTimes: options.dueTimes,
      partsOf: options.partsOf,
      requesterLetter: intake.requesterLetter,
      live: intake.live,
      answerLinks: intake.answerLinks,
    });
    where.notices = notices;
    closers.push(() => notices.stop());
    intake.start();
    const taking = {
      ...{ intake, store, clock, log },
      files: data.intake,
      site: async () => {
        const { sites } = await reader.portal();
        return sites.find((id) => id === settings.mailboxSite) ?? sites[0] ?? "";
      },
      own: mail.address,
    };
    const mailboxes = [
      ...(settings.maildir === undefined
        ? []
        : [await watchMailbox({ ...taking, folder: settings.maildir })]),
      ...(settings.imap === undefined ? [] : [watchImap({ ...taking, server: settings.imap })]),
    ];
    for (const mailbox of mailboxes) closers.push(() => mailbox.stop());
    const nights = callEachNight(clock, () => {
      opinions.purge(new Date(clock().getTime() - opinionDays * day));
      void sweepForms(forms, { isNeeded: (path) => store.needs(path), atStart: false, clock });
    });
    closers.push(() => {
      nights.cancel();
    });
    const deskRoutes = new Hono();
    deskRoutes.route(
      "/",
      intakeDesk({ accounts: forge.accounts, portal: () => reader.portal(), store, intake }),
    );
    deskRoutes.route(
      "/",
      opinionDesk(forge, { store: opinions, content: () => reader.at(mainBranch), clock }),
    );
    return { notices, origin: where.origin, deskRoutes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
