import { html } from "hono/html";
import { clockAndDay, shortDay } from "../../foundation/vietnam-time.ts";
import type { ReceivedOpinion } from "../opinions/opinion-store.ts";
import type { FieldFault } from "./form-page.ts";
import type { Markup } from "./page.ts";

/** How long a comment may be, in characters. */
export const opinionLength = { least: 10, most: 20_000 } as const;

export interface OpinionForm {
  title: string;
  unit: string;
  /** `15/01/2027` */
  until: string;
  /** The draft's page. */
  back: string;
  token: string;
  values: Readonly<Record<string, string>>;
  faults: readonly FieldFault[];
  keptDays: number;
}

/** The form by which anybody comments on a draft. */
export function opinionPage({
  title,
  unit,
  until,
  back,
  token,
  values,
  faults,
  keptDays,
}: OpinionForm): Markup {
  const fault = (field: string) => faults.find((one) => one.field === field);
  const described = (field: string) =>
    fault(field) ? html`aria-invalid="true" aria-describedby="e-${field}"` : "";
  const told = (field: string) => {
    const found = fault(field);
    return found ? html`<p class="fault" id="e-${field}">${found.message}</p>` : "";
  };
  return html`
    <div class="page-head">
      <h1>Góp ý dự thảo</h1>
      <p><a href="${back}">${title}</a></p>
      <p>${unit} nhận góp ý đến hết ngày ${until}.</p>
    </div>
    ${
      faults.length === 0
        ? ""
        : html`<div class="faults" role="alert">
            <h2>Ý kiến chưa được gửi. Cần sửa ${String(faults.length)} chỗ:</h2>
            <ul>
              ${faults.map(({ field, message }) => html`<li><a href="#f-${field}">${message}</a></li>`)}
            </ul>
          </div>`
    }
    <form method="post" class="sheet">
      <input type="hidden" name="phieu" value="${token}" />
      <div class="field">
        <label for="f-text">Ý kiến của bạn <span class="must">(bắt buộc)</span></label>
        <p class="hint" id="h-text">Ghi rõ điều, khoản nào, nên sửa thế nào và vì sao.</p>
        ${told("text")}
        <textarea
          id="f-text"
          name="text"
          rows="10"
          required
          minlength="${String(opinionLength.least)}"
          maxlength="${String(opinionLength.most)}"
          ${described("text")}
        >
${values["text"] ?? ""}</textarea>
      </div>
      <fieldset>
        <legend>Người góp ý (không bắt buộc)</legend>
        <p class="hint">
          Chỉ cơ quan soạn thảo thấy phần này; không đăng lên trang và được xoá sau ${String(keptDays)} ngày.
        </p>
        <div class="field">
          <label for="f-name">Họ và tên</label>
          ${told("name")}
          <input
            id="f-name"
            name="name"
            maxlength="80"
            autocomplete="name"
            value="${values["name"] ?? ""}"
            ${described("name")}
          />
        </div>
        <div class="field">
          <label for="f-unit">Cơ quan, đơn vị</label>
          ${told("unit")}
          <input
            id="f-unit"
            name="unit"
            maxlength="150"
            autocomplete="organization"
            value="${values["unit"] ?? ""}"
            ${described("unit")}
          />
        </div>
        <div class="field">
          <label for="f-email">Thư điện tử</label>
          ${told("email")}
          <input
            id="f-email"
            name="email"
            type="email"
            maxlength="200"
            autocomplete="email"
            value="${values["email"] ?? ""}"
            ${described("email")}
          />
        </div>
      </fieldset>
      <div class="off" aria-hidden="true">
        <label>Để trống ô này <input name="website" tabindex="-1" autocomplete="off" value="" /></label>
      </div>
      <button type="submit" class="button">Gửi ý kiến</button>
    </form>
  `;
}

/** What whoever has the number of a comment is told of it: that it came, when, on which draft, and whether there is an outcome. */
export const opinionReceiptPage = (
  { code, title, at }: Pick<ReceivedOpinion, "code" | "title" | "at">,
  { isNew, back, answeredOn }: { isNew: boolean; back: string | undefined; answeredOn: string | undefined },
): Markup => html`
  <div class="page-head">
    <h1>${isNew ? "Đã gửi ý kiến" : "Biên nhận góp ý"}</h1>
    ${isNew ? html`<p>Cảm ơn bạn. Hãy chép lại số biên nhận này.</p>` : ""}
  </div>
  <section class="receipt" aria-label="Biên nhận">
    <p class="code">${code}</p>
    <dl>
      <dt>Dự thảo</dt>
      <dd>${title}</dd>
      <dt>Nhận lúc</dt>
      <dd>${clockAndDay(at)}</dd>
    </dl>
    <p class="state">
      ${
        answeredOn === undefined
          ? "Cơ quan soạn thảo đọc mọi ý kiến; kết quả tiếp thu, giải trình được đăng ở trang của dự thảo."
          : html`<b>Đã có kết quả.</b> Kết quả tiếp thu, giải trình được đăng ngày ${shortDay(answeredOn)} ở
              trang của dự thảo.`
      }
    </p>
    ${back === undefined ? "" : html`<p><a class="button" href="${back}">Xem trang dự thảo</a></p>`}
  </section>
`;
