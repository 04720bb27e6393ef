import { stringify } from "yaml";
import type { News } from "../../src/content-model/news.ts";

/** A complete, valid article. */
export function aNewsItem(changes: Partial<News> = {}): News {
  return {
    title: "Khánh thành cầu Bến Quế mới sau hai năm thi công",
    category: "kinh-te",
    date: "2026-10-18T08:30:00+07:00",
    summary:
      "Cầu Bến Quế mới dài 412 mét, rộng bốn làn xe, nối phường Bến Quế với phường Đông Mây từ sáng nay.",
    ...changes,
  };
}

export const aBody =
  "Sáng 18/10, cầu Bến Quế mới được đưa vào sử dụng sau hai năm thi công, rút ngắn quãng đường đến bệnh viện còn mười phút.";

/** The file of an article, with any front matter a test wants to try. */
export function aNewsText(changes: Record<string, unknown> = {}, body = aBody): string {
  return `---\n${stringify({ ...aNewsItem(), ...changes })}---\n${body}\n`;
}
