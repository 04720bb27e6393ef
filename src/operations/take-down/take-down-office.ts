import { readEntryPath } from "../../content-model/content-path.ts";
import type { Content } from "../../content-store/content.ts";
import type { Portal } from "../../content-model/portal.ts";
import { entryForms } from "../../content-model/entry-schemas.ts";
import { entryName, isTakenDown, readEntry } from "../../editorial/changes.ts";
import {
  mostTakenDown,
  type NamedEntry,
  type PutBackWish,
  type TakeDownWish,
} from "../../editorial/desk-answers.ts";
import type { ForgeAccess } from "../../editorial/forge-access.ts";
import { partsOf } from "../../editorial/part.ts";
import { approversOf, mayApprove, nameOf } from "../../editorial/rights.ts";
import { entriesAt, fileOf, type ReachedSite } from "../../editorial/take-down/entry-at.ts";
import { putBack, stillDown, takeDown, type Done } from "../../editorial/take-down/take-down.ts";
import type { Clock } from "../../foundation/clock.ts";
import { Problem } from "../../foundation/problem.ts";
import { mainBranch } from "../../git/main-branch.ts";
import type { Repository } from "../../git/repository.ts";

/** Somebody who acts: their login, and the forge in their name. */
export interface Actor {
  login: string;
  access: ForgeAccess;
}

/** Takes many pages from their readers at once, and gives them back. */
export interface TakeDownOffice {
  /** What is at these addresses. */
  look: (addresses: readonly string[]) => Promise<NamedEntry[]>;
  takeDown: (actor: Actor, wish: TakeDownWish) => Promise<Done>;
  putBack: (actor: Actor, wish: PutBackWish) => Promise<Done>;
}

/** Kinds whose pages can say that they were taken down. */
const kinds: ReadonlySet<string> = new Set(["news", "document"]);

export function openTakeDownOffice(options: {
  repository: Repository;
  content: () => Promise<Content>;
  portal: () => Promise<Portal>;
  /** Where the sites are reached on this machine, beside their own names. */
  origins: () => ReadonlyMap<string, readonly string[]>;
  clock: Clock;
}): TakeDownOffice {
  const { repository, portal: readPortal, clock } = options;
  const textOf = async (file: string) => (await repository.readFile(mainBranch, file))?.toString("utf8");

  async function sites(): Promise<ReachedSite[]> {
    const { sites: known } = await options.content();
    const origins = options.origins();
    return [...known].map(([id, { settings }]) => ({
      id,
      hosts: [settings.domain, ...(origins.get(id) ?? []).map((origin) => new URL(origin).host)],
    }));
  }

  async function nameOne(asked: string, reached: readonly ReachedSite[]): Promise<NamedEntry> {
    const found = await Promise.all(
      entriesAt(asked, reached).map(async (place) => ({ place, text: await textOf(fileOf(place)) })),
    );
    const there = found.flatMap(({ place, text }) => (text === undefined ? [] : [{ place, text }]));
    const [one, another] = there;
    if (!one) return { asked, problem: "Không thấy bài nào đang đăng ở địa chỉ này." };
    if (another)
      return { asked, problem: "Nhiều trang có bài ở địa chỉ này; hãy dán địa chỉ đầy đủ, có tên miền." };
    const { place, text } = one;
    if (!kinds.has(place.kind))
      return {
        asked,
        problem: `Loại «${entryForms[place.kind].singular}» không gỡ được ở đây; hãy sửa hoặc xoá trong trang biên tập.`,
      };
    const { kind, site } = place;
    const title = entryName(readEntry(text).data);
    if (isTakenDown(text)) return { asked, problem: `«${title}» đã gỡ từ trước.` };
    return { asked, entry: { file: fileOf(place), site, kind, title } };
  }

  async function look(addresses: readonly string[]): Promise<NamedEntry[]> {
    const reached = await sites();
    return Promise.all(addresses.slice(0, mostTakenDown).map((asked) => nameOne(asked, reached)));
  }

  /** Refused beforehand, so that no submission is left behind that nobody may merge. */
  async function refuseUnentitled(login: string, files: readonly string[]): Promise<void> {
    const portal = await readPortal();
    const read = (path: string) => repository.readFile(mainBranch, path);
    const parts = await partsOf(
      files.map((path) => ({ path, status: "modified" })),
      { before: read, after: read },
    );
    const occasion = { at: clock().toISOString(), power: "emergency" as const };
    if (mayApprove(portal, login, parts, occasion)) return;
    const may = approversOf(portal, parts, occasion).map(({ name, login: one }) => `${name} (${one})`);
    throw new Problem(
      `${nameOf(portal, login)} không có quyền đăng khẩn với tất cả các bài này. Người có quyền: ${may.join(", ") || "không ai có quyền với tất cả; hãy chia thành nhiều lần"}.`,
      { remedy: "Nhờ người có quyền, hoặc gửi để người khác duyệt." },
    );
  }

  return {
    look,
    async takeDown(actor, { entries, ...rest }) {
      const named = await look([...new Set(entries)]);
      const problems = named.flatMap(({ asked, problem }) => (problem ? [`${asked}: ${problem}`] : []));
      if (problems.length > 0)
        throw new Problem(`Chưa gỡ bài nào.\n${problems.join("\n")}`, {
          remedy: "Bỏ những địa chỉ đó rồi gỡ lại.",
        });
      const files = [...new Set(named.flatMap(({ entry }) => entry?.file ?? []))];
      if (rest.alone) await refuseUnentitled(actor.login, files);
      return takeDown(actor.access, { ...rest, files });
    },
    async putBack(actor, { number, reason, alone }) {
      const down = await stillDown(actor.access, number);
      const files = down.filter((file) => kinds.has(readEntryPath(file)?.kind ?? ""));
      if (files.length === 0)
        throw new Problem(`Bài gửi số ${String(number)} không còn bài nào đang bị gỡ.`, {
          remedy: "Xem lại số của bài gửi đã gỡ các bài.",
        });
      if (alone) await refuseUnentitled(actor.login, files);
      return putBack(actor.access, { number, files, reason, alone });
    },
  };
}
