import { html } from "hono/html";
import { vietnamTime } from "../../foundation/vietnam-time.ts";
import type { IntakeState, KeptFile, Received } from "../intake/intake-store.ts";
import type { Markup } from "./page.ts";

/** What each step says to who waits. */
const steps: readonly { states: readonly IntakeState[]; name: string; now: string }[] = [
  {
    states: ["received", "drafted"],
    name: "Đã nhận",
    now: "Tòa soạn đã nhận bài; biên tập viên sẽ đọc.",
  },
  { states: ["editing"], name: "Đang biên tập", now: "Biên tập viên đang xử lý bài của bạn." },
  { states: ["published"], name: "Đã đăng", now: "Bài đã đăng. Cảm ơn bạn." },
];

const mailed = "Hãy giữ số biên nhận này; thư có số biên nhận cũng được gửi đến địa chỉ bạn đã ghi.";
const noted = "Hãy chép lại số biên nhận này để xem bài đang ở bước nào.";

/** How far a piece is, for who has its number. It tells nothing of who sent it. */
export function receiptPage(
  piece: Received,
  { files, isNew, byMail }: { files: readonly KeptFile[]; isNew: boolean; byMail: boolean },
): Markup {
  const refused = files.filter((file) => file.refused !== "");
  const current = steps.findIndex(({ states }) => states.includes(piece.state));
  return html`
    <div class="page-head">
      <h1>${isNew ? "Đã gửi bài" : "Biên nhận"}</h1>
      ${isNew ? html`<p>Cảm ơn bạn. ${byMail ? mailed : noted}</p>` : ""}
    </div>
    <section class="receipt" aria-label="Biên nhận">
      <p class="code">${piece.code}</p>
      <dl>
        <dt>Bài</dt>
        <dd>${piece.title}</dd>
        <dt>Nhận lúc</dt>
        <dd>${inWords(piece.at)}</dd>
      </dl>
      ${
        piece.state === "unused"
          ? html`<p class="state" data-state="unused"><b>Chưa sử dụng.</b> Tòa soạn chưa sử dụng bài này.</p>
              ${piece.reason === "" ? "" : html`<blockquote>${lines(piece.reason)}</blockquote>`}`
          : html`<ol class="steps">
                ${steps.map(
                  ({ name }, index) =>
                    html`<li
                      ${index === current ? html`aria-current="step"` : ""}
                      data-done="${String(index <= current)}"
                    >
                      ${name}
                    </li>`,
                )}
              </ol>
              <p class="state">${steps[current]?.now ?? ""}</p>
              ${piece.link === undefined ? "" : html`<p><a class="button" href="${piece.link}">Đọc bài đã đăng</a></p>`}`
      }
      ${
        refused.length === 0
          ? ""
          : html`<h2>Tệp không dùng được</h2>
              <ul>
                ${refused.map(({ name, refused: why }) => html`<li>${name}: ${why}</li>`)}
              </ul>`
      }
    </section>
    <p class="after"><a href="/gui-bai">Gửi bài khác</a></p>
  `;
}

/** Where somebody types the number of a receipt. */
export function findReceiptPage({ typed, unknown }: { typed: string; unknown: boolean }): Markup {
  return html`
    <div class="page-head">
      <h1>Tra biên nhận</h1>
      <p>Nhập số biên nhận để biết bài bạn gửi đang ở bước nào.</p>
    </div>
    <form method="get" action="/bien-nhan" class="sheet">
      <div class="field">
        <label for="so">Số biên nhận</label>
        <p class="hint" id="h-so">Ví dụ: BN-2026-0042-K7QX9M</p>
        ${
          unknown
            ? html`<p class="fault" id="e-so" role="alert">
                Không có biên nhận số này. Xem lại số trong thư đã nhận, đủ cả phần chữ ở cuối.
              </p>`
            : ""
        }
        <input
          id="so"
          name="so"
          required
          autocomplete="off"
          autocapitalize="characters"
          value="${typed}"
          aria-describedby="h-so${unknown ? " e-so" : ""}"
          ${unknown ? html`aria-invalid="true"` : ""}
        />
      </div>
      <button type="submit" class="button">Tra</button>
    </form>
  `;
}

function lines(text: string): Markup {
  return html`${text.split("\n").map((line, index) => (index === 0 ? line : html`<br />${line}`))}`;
}

function inWords(moment: Date): string {
  const { hour, minute, day, month, year } = vietnamTime(moment);
  return `${hour}:${minute} ngày ${day}/${month}/${year}`;
}
