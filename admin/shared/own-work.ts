import { isMine, type QueueItem, type QueueTab } from "../../src/editorial/queue-item.ts";
import { addressOf, myself } from "../review/route.ts";

const words: readonly (readonly [QueueTab, string])[] = [
  ["tra-lai", "bị trả lại"],
  ["cho-duyet", "chờ duyệt"],
  ["cho-dang", "đã duyệt, chờ đăng"],
  ["hen-gio", "hẹn giờ"],
  ["dang-soan", "đang soạn"],
];

/** Some of one's own pieces that are at the same place. */
export interface OwnWork {
  count: number;
  name: string;
  /** Their list on the review page: the part of its address after the path. */
  address: string;
  tone: "stop" | undefined;
}

/** How far one's own pieces are, at a glance; what asks for work comes first. */
export function ownWork(items: readonly QueueItem[], login: string): OwnWork[] {
  const mine = items.filter((item) => isMine(item, login));
  return words.flatMap(([tab, name]) => {
    const count = mine.filter((item) => item.tab === tab).length;
    const address = addressOf({ page: "queue", tab, filter: { author: myself } });
    return count > 0 ? [{ count, name, address, tone: tab === "tra-lai" ? "stop" : undefined }] : [];
  });
}
