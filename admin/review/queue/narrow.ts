import { fold } from "../../../src/content-model/fold.ts";
import { isMine, type QueueItem } from "../../../src/editorial/queue-item.ts";
import { myself, type QueueFilter } from "../route.ts";

/** Stands before the id of a section, where a kind of entry could stand as well. */
export const sectionMark = "muc:";

/** The items that a filter leaves; `login` is whoever looks. Words are found however they are accented. */
export function narrow(items: readonly QueueItem[], filter: QueueFilter, login: string): QueueItem[] {
  const words = fold(filter.text ?? "")
    .split(/\s+/)
    .filter(Boolean);
  return items.filter((item) => {
    if (filter.site && item.site !== filter.site) return false;
    if (filter.what && !isOf(item, filter.what)) return false;
    if (filter.author === myself && !isMine(item, login)) return false;
    if (filter.author && filter.author !== myself && !isOfPerson(item, filter.author)) return false;
    const title = fold(`${item.title} ${String(item.number ?? "")}`);
    return words.every((word) => title.includes(word));
  });
}

/** Whether somebody wrote it or goes on with it. */
function isOfPerson({ author, assignees = [] }: QueueItem, login: string): boolean {
  return [author, ...assignees].some((one) => one.toLowerCase() === login.toLowerCase());
}

function isOf({ kind, section }: QueueItem, what: string): boolean {
  return what.startsWith(sectionMark)
    ? kind === "news" && section === what.slice(sectionMark.length)
    : kind === what;
}
