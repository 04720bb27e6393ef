import { html, raw } from "hono/html";
import type { Chapter } from "./chapters.ts";
import { headingsOf } from "./chapter-markup.ts";

/** One chapter as a page that can be read, printed, and used without any script. */
export const handbookPage = (options: {
  chapter: Chapter;
  chapters: readonly Chapter[];
  markup: string;
  portal: string;
}) => {
  const { chapter, chapters, markup, portal } = options;
  const headings = headingsOf(markup);
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${chapter.title} – Cổng</title>
        <link rel="icon" href="/so-tay/bieu-trung.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/so-tay/kieu.css" />
      </head>
      <body>
        <a class="skip" href="#noi-dung">Đến nội dung</a>
        <header class="top">
          <div class="top-inner">
            <a class="brand" href="/so-tay/">
              <img src="/so-tay/bieu-trung.svg" alt="" width="28" height="28" />
              <span>Sổ tay</span>
              <span class="brand-portal">${portal}</span>
            </a>
            <nav aria-label="Các trang làm việc">
              <a href="/admin/">Biên tập</a>
              <a href="/duyet/">Duyệt bài</a>
            </nav>
          </div>
        </header>
        <div class="handbook">
          <nav class="chapters" aria-label="Các phần của sổ tay">
            <ul>
              ${chapters.map(
                (one) =>
                  html`<li>
                    <a href="/so-tay/${one.name}" ${one === chapter ? html`aria-current="page"` : ""}
                      >${one.title}</a
                    >
                    ${
                      one === chapter && headings.length > 1
                        ? html`<ul>
                            ${headings.map(({ id, text }) => html`<li><a href="#${id}">${raw(text)}</a></li>`)}
                          </ul>`
                        : ""
                    }
                  </li>`,
              )}
            </ul>
          </nav>
          <main id="noi-dung" tabindex="-1">${raw(markup)}</main>
        </div>
      </body>
    </html>`;
};
