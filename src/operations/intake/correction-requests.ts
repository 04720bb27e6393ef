import { readEntryPath } from "../../content-model/content-path.ts";
import { entryName, readEntry } from "../../editorial/changes.ts";
import { collectionName, editAddress } from "../../editorial/collection-name.ts";
import type { CorrectionRequest } from "../../editorial/desk-answers.ts";
import { readFromMain, type ForgeAccess } from "../../editorial/forge-access.ts";
import type { OutsideWord } from "../../editorial/outside-comment.ts";
import { Problem } from "../../foundation/problem.ts";
import type { Letter } from "../mail/letter.ts";
import type { Mail } from "../mail/open-mail.ts";
import type { Answer, IntakeStore } from "./intake-store.ts";
import * as letters from "./letters.ts";

/** What people ask to be corrected, followed until it is, or until somebody says why not. */
export interface CorrectionRequests {
  /** Those that wait, oldest first. */
  open: () => Promise<CorrectionRequest[]>;
  /** Answers one of them with the reason why nothing is corrected. */
  decline: (id: number, by: string, reason: string) => Promise<void>;
  /** Ends those whose articles say on main what was wrong; asked after each publication. */
  look: () => Promise<void>;
}

export function followCorrections(options: {
  store: Pick<IntakeStore, "openCorrections" | "settle" | "byNumber">;
  access: ForgeAccess;
  mail: Pick<Mail, "outbox" | "by">;
  /** Where somebody of the newsroom is written to; undefined where they are not. */
  addressOf: (login: string) => { name: string; address: string } | undefined;
  tellHistory: (number: number, word: OutsideWord) => Promise<void>;
}): CorrectionRequests {
  const { store, access, mail, tellHistory } = options;

  function write({ id, number, asker }: Answer, letter: Letter): void {
    const sender = asker === "sender" ? store.byNumber(number) : undefined;
    const to = sender ? { name: sender.name, address: sender.email } : options.addressOf(asker);
    if (!mail.by.has("mail") || !to || to.address === "") return;
    mail.outbox.post([{ key: `correction-answer/${String(id)}`, to: { by: "mail", ...to }, letter }]);
  }

  /** The entries that a submission brought, as they are on main. */
  async function entriesOf(number: number): Promise<{ path: string; data: Record<string, unknown> }[]> {
    const { octokit, owner, repo } = access;
    const pull = { owner, repo, pull_number: number, per_page: 100 };
    const files = await octokit.paginate(octokit.rest.pulls.listFiles, pull);
    const paths = files.map(({ filename }) => filename).filter((path) => readEntryPath(path) !== undefined);
    const texts = await Promise.all(paths.map((path) => readFromMain(access, path)));
    return paths.flatMap((path, index) => {
      const text = texts[index];
      return text === undefined ? [] : [{ path, data: readEntry(text).data }];
    });
  }

  async function settle(
    request: Answer,
    how: "corrected" | "declined",
    who: string,
    text: string,
  ): Promise<void> {
    const { id, number } = request;
    const [entry] = await entriesOf(number);
    const title = entry ? entryName(entry.data) : "";
    await tellHistory(number, { id: `settled-${String(id)}`, kind: how, who, text });
    write(
      request,
      how === "corrected"
        ? letters.correctedLetter(title, request.text)
        : letters.declinedLetter(title, request.text, text),
    );
    store.settle(id, how);
  }

  return {
    open: () =>
      Promise.all(
        store.openCorrections().map(async ({ id, number, who, text, at }) => {
          const [entry] = await entriesOf(number);
          const place = entry && readEntryPath(entry.path);
          return {
            ...{ id, number, who, text, at: at.toISOString() },
            title: entry ? entryName(entry.data) : `Bài gửi số ${String(number)}`,
            ...(place ? { edit: editAddress({ collection: collectionName(place), slug: place.slug }) } : {}),
          };
        }),
      ),
    async decline(id, by, reason) {
      const request = store.openCorrections().find((one) => one.id === id);
      if (!request)
        throw new Problem("Đề nghị này đã được trả lời.", { remedy: "Tải lại trang để xem tình trạng mới." });
      await settle(request, "declined", by, reason);
    },
    async look() {
      for (const request of store.openCorrections()) {
        const entries = await entriesOf(request.number);
        if (entries.some(({ data }) => isCorrectedSince(data, request.at)))
          await settle(request, "corrected", "Tòa soạn", "");
      }
    },
  };
}

/** The form of the CMS writes whole minutes. */
const minute = 60_000;

function isCorrectedSince({ corrections }: Record<string, unknown>, asked: Date): boolean {
  const since = Math.floor(asked.getTime() / minute) * minute;
  const list: unknown[] = Array.isArray(corrections) ? corrections : [];
  return list.some((one) => {
    const date = typeof one === "object" && one !== null && "date" in one ? one.date : undefined;
    return typeof date === "string" && Date.parse(date) >= since;
  });
}
