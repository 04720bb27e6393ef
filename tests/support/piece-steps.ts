import { formatEntry } from "../../src/content-model/entry-file.ts";
import type { HistoryHands } from "./document-steps.ts";

const pieces = /\/multimedia\/\d{4}\/.+\.md$/;

/** Steps of a history in which multimedia pieces come, change and go. */
export function pieceSteps({
  paths,
  pick,
  text,
  count,
}: HistoryHands): Record<string, () => Map<string, Buffer | null>> {
  return {
    "a new album": () => {
      const photos = [0, 1, 2].map(() => ({
        picture: pick(paths(/^content\/sites\/tinh\/media\/.+\.webp$/)).slice("content/sites/tinh".length),
        alt: `Ảnh của bước ${String(count())}`,
      }));
      const data = {
        title: `Album thử nghiệm số ${String(count())}`,
        kind: "anh",
        date: "2026-11-19T08:00:00+07:00",
        summary: "Một đoạn tóm tắt vừa đủ dài để người đọc nắm được nội dung chính của album.",
        photos,
      };
      const path = `content/sites/tinh/multimedia/2026/album-${String(count())}.md`;
      return new Map([[path, Buffer.from(formatEntry(data, ""))]]);
    },
    "an edited piece": () => {
      const path = pick(paths(pieces));
      return new Map([[path, Buffer.from(`${text(path).trim()}\n\nThêm lời ${String(count())}.\n`)]]);
    },
    "a removed piece": () => new Map([[pick(paths(pieces)), null]]),
    "other captions": () =>
      new Map([
        [pick(paths(/\.vtt$/)), Buffer.from(`WEBVTT\n\n00:00.000 --> 00:02.000\nLời ${String(count())}\n`)],
      ]),
  };
}
