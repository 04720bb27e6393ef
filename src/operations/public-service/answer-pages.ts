import { html } from "hono/html";
import type { Markup } from "./page.ts";

/** What somebody who asks for a correction may write, in characters. */
export const correctionLength = { least: 10, most: 5000 } as const;

/** Asks once more before anything happens: mail programs open links by themselves. */
export const confirmPage = (title: string): Markup => html`
  <div class="page-head">
    <h1>Xác nhận bài đã đúng</h1>
    <p>Bạn đã đọc lại bài «${title}» trên trang và thấy bài đã đúng?</p>
  </div>
  <form method="post" class="sheet"><button type="submit" class="button">Xác nhận bài đã đúng</button></form>
`;

export const correctionPage = (
  title: string,
  { text, fault }: { text: string; fault: string },
): Markup => html`
  <div class="page-head">
    <h1>Đề nghị đính chính</h1>
    <p>Bài «${title}» có chỗ chưa đúng? Ghi rõ chỗ nào sai và đúng phải là gì; tòa soạn xem và sửa.</p>
  </div>
  <form method="post" class="sheet">
    <div class="field">
      <label for="noi-dung-dinh-chinh">Chỗ cần đính chính</label>
      ${fault === "" ? "" : html`<p class="fault" id="e-text" role="alert">${fault}</p>`}
      <textarea
        id="noi-dung-dinh-chinh"
        name="text"
        rows="8"
        required
        minlength="${String(correctionLength.least)}"
        maxlength="${String(correctionLength.most)}"
        ${fault === "" ? "" : html`aria-describedby="e-text" aria-invalid="true"`}
      >
${text}</textarea>
    </div>
    <button type="submit" class="button">Gửi đề nghị</button>
  </form>
`;

/** A page that says one thing. */
export const messagePage = (heading: string, text: string): Markup => html`
  <div class="page-head">
    <h1>${heading}</h1>
    <p>${text}</p>
  </div>
`;
