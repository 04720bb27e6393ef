import { newsFile } from "../../content-model/content-path.ts";
import { formatEntry } from "../../content-model/entry-file.ts";
import type { News } from "../../content-model/news.ts";
import type { Site } from "../../content-model/site.ts";
import { vietnamAhead } from "../../foundation/vietnam-time.ts";

/** The article that opens a site, so that its front page, feeds and search have something to show from the first hour. */
export function firstArticle(id: string, site: Site, now: Date): { path: string; text: string } {
  const { name, shortName, domain, sections, contact } = site;
  const [section] = sections.filter((candidate) => candidate.id !== "thong-bao").concat(sections);
  const date = writtenMoment(now);
  const news: News = {
    title: `${shortName} ra mắt trang thông tin điện tử`,
    category: section?.id ?? "",
    date,
    summary: `Trang thông tin điện tử của ${name} tại địa chỉ ${domain} đăng tin tức, thông báo chính thức và thông tin phục vụ người dân, doanh nghiệp.`,
  };
  const body = `${name} đưa vào hoạt động trang thông tin điện tử tại địa chỉ **${domain}**. Tin tức, thông báo chính thức của ${shortName} được đăng tại đây.

Tin bài được xếp theo ${sections.length} chuyên mục: ${sections.map((entry) => entry.name).join("; ")}. Trang đọc được trên máy tính và điện thoại, có tìm kiếm không cần gõ dấu và nguồn tin RSS cho từng chuyên mục.

Ý kiến về nội dung trang, xin gửi tới ${contact.office} theo địa chỉ ở trang [Liên hệ](/lien-he).`;
  return {
    path: newsFile(id, date.slice(0, 4), "ra-mat-trang-thong-tin-dien-tu"),
    text: formatEntry(news, body),
  };
}

/** A moment as the CMS writes it. */
function writtenMoment(date: Date): string {
  return `${new Date(date.getTime() + vietnamAhead).toISOString().slice(0, 19)}+07:00`;
}
