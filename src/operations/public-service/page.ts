import { html } from "hono/html";
import type { Site } from "../../content-model/site.ts";

/** Text of a page with everything in it made safe. */
export type Markup = ReturnType<typeof html>;

export interface PageOptions {
  title: string;
  /** The site in whose colours and name the page stands, and where readers find it. */
  site: Pick<Site, "name" | "authority" | "contact">;
  home: string;
  body: Markup;
}

/** A page of the public service: the portal's look, and no script. */
export const page = ({ title, site, home, body }: PageOptions): Markup =>
  html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${site.name}</title>
        <link rel="icon" href="/bieu-trung.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/kieu/mau.css" />
        <link rel="stylesheet" href="/kieu/trang.css" />
      </head>
      <body>
        <a class="skip" href="#noi-dung">Đến nội dung chính</a>
        <header class="masthead">
          <div class="wrap">
            <a class="brand" href="${home}">
              <img src="/bieu-trung.svg" alt="" width="64" height="64" />
              <span>
                ${site.authority === undefined ? "" : html`<small>${site.authority}</small>`}
                <b>${site.name}</b>
              </span>
            </a>
            <nav aria-label="Gửi bài">
              <a href="/gui-bai">Gửi bài</a>
              <a href="/bien-nhan">Tra biên nhận</a>
            </nav>
          </div>
        </header>
        <main id="noi-dung" class="wrap">${body}</main>
        <footer class="foot">
          <div class="wrap">
            <p>
              <b>${site.contact.office}</b><br />
              ${site.contact.address}<br />
              Điện thoại: <a href="tel:${site.contact.phone.replace(/\s/g, "")}">${site.contact.phone}</a>.
              Thư:
              <a href="mailto:${site.contact.email}">${site.contact.email}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>`;
