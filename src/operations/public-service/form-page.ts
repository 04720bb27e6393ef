import { html } from "hono/html";
import { shownSize } from "../../content-model/library-files.ts";
import { attachmentLimits, takenKinds } from "../intake/attachment-kind.ts";
import { longestText } from "../intake/contribution.ts";
import type { Markup } from "./page.ts";

/** What is wrong with a field, told where it stands. */
export interface FieldFault {
  field: string;
  message: string;
}

export interface FormState {
  /** Names the form, and proves when it was given out. */
  token: string;
  sites: readonly { id: string; name: string }[];
  values: Readonly<Record<string, string>>;
  faults: readonly FieldFault[];
  /** Files that an earlier try brought. */
  kept: readonly { name: string; size: number }[];
  /** How long names and addresses are kept, in days. */
  keptDays: number;
}

interface FieldOptions {
  name: string;
  label: string;
  hint?: string;
  type?: string;
  autocomplete?: string;
  required?: boolean;
  minlength?: number;
  maxlength?: number;
  rows?: number;
}

/** The form by which anybody sends in a piece. */
export function formPage(state: FormState): Markup {
  const { token, sites, values, faults, kept, keptDays } = state;
  const field = (options: FieldOptions) => fieldOf(options, state);
  const files = faults.find((fault) => fault.field === "files");
  return html`
    <div class="page-head">
      <h1>Gửi bài cho tòa soạn</h1>
      <p>
        Cá nhân, cơ quan, đơn vị gửi tin, bài, ảnh tại đây; không cần tài khoản. Biên tập viên đọc từng bài
        trước khi đăng và báo kết quả qua thư điện tử.
      </p>
    </div>
    ${
      faults.length === 0
        ? ""
        : html`<div class="faults" role="alert" id="cho-can-sua">
            <h2>Bài chưa được gửi. Cần sửa ${String(faults.length)} chỗ:</h2>
            <ul>
              ${faults.map(({ field: at, message }) => html`<li><a href="#${at}">${message}</a></li>`)}
            </ul>
          </div>`
    }
    <form method="post" action="/gui-bai" enctype="multipart/form-data" class="sheet">
      <input type="hidden" name="phieu" value="${token}" />
      <fieldset>
        <legend>Bài viết</legend>
        ${sites.length > 1 ? siteField(sites, values["site"] ?? "") : html`<input type="hidden" name="site" value="${sites[0]?.id ?? ""}" />`}
        ${field({
          ...{ name: "title", label: "Tiêu đề bài", required: true, minlength: 10, maxlength: 150 },
          hint: "Nói rõ việc gì, ở đâu. Ví dụ: Đoàn viên phường Bến Quế trồng 500 cây ven sông",
        })}
        ${field({
          ...{ name: "text", label: "Nội dung", rows: 12, maxlength: longestText },
          hint: "Viết hoặc dán nội dung vào đây. Nếu bài ở tệp Word hay PDF thì để trống ô này và đính kèm tệp ở dưới.",
        })}
        <div class="field" id="files">
          <label for="f-files">Ảnh và tệp kèm theo</label>
          <p class="hint" id="h-files">
            Nhận ${takenKinds}. Mỗi tệp tối đa ${shownSize(attachmentLimits.file)}, tất cả tối đa
            ${shownSize(attachmentLimits.all)}. Vị trí chụp ghi trong ảnh được xoá. Chỉ gửi ảnh bạn chụp hoặc
            được phép dùng.
          </p>
          ${files ? html`<p class="fault" id="e-files">${files.message}</p>` : ""}
          ${
            kept.length === 0
              ? ""
              : html`<ul class="kept">
                  ${kept.map(
                    ({ name, size }, index) =>
                      html`<li>
                        <label class="tick">
                          <input type="checkbox" name="keep" value="${String(index)}" checked />
                          <span>Gửi kèm ${name} (${shownSize(size)})</span>
                        </label>
                      </li>`,
                  )}
                </ul>`
          }
          <input
            type="file"
            id="f-files"
            name="files"
            multiple
            accept="image/jpeg,image/png,image/webp,.docx,.pdf"
            aria-describedby="h-files${files ? " e-files" : ""}"
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>Người gửi</legend>
        <p class="hint">
          Chỉ biên tập viên thấy phần này, để liên hệ khi cần; không in lên trang, và được xoá
          ${String(keptDays)} ngày sau khi bài xử lý xong. Riêng bút danh in dưới tiêu đề bài; để trống thì in
          họ và tên.
        </p>
        <div class="pair">
          ${field({ name: "name", label: "Họ và tên", required: true, minlength: 2, maxlength: 80, autocomplete: "name" })}
          ${field({ name: "penName", label: "Bút danh", maxlength: 80 })}
        </div>
        ${field({ name: "unit", label: "Cơ quan, đơn vị", maxlength: 150, autocomplete: "organization" })}
        <div class="pair">
          ${field({
            ...{
              name: "email",
              label: "Thư điện tử",
              type: "email",
              required: true,
              maxlength: 200,
              autocomplete: "email",
            },
            hint: "Để nhận biên nhận và kết quả.",
          })}
          ${field({
            ...{ name: "phone", label: "Điện thoại", type: "tel", maxlength: 20, autocomplete: "tel" },
            hint: "Ví dụ: 0299 3 800 100",
          })}
        </div>
      </fieldset>
      <div class="off" aria-hidden="true">
        <label>Để trống ô này <input name="website" tabindex="-1" autocomplete="off" value="" /></label>
      </div>
      <div class="field" id="consent">
        <label class="tick">
          <input
            type="checkbox"
            name="consent"
            value="yes"
            required
            ${values["consent"] === "yes" ? "checked" : ""}
          />
          <span>
            Tôi chịu trách nhiệm về nội dung bài gửi, đồng ý để tòa soạn biên tập, đăng bài và dùng thông tin
            người gửi để liên hệ về bài này.
          </span>
        </label>
      </div>
      <button type="submit" class="button">Gửi bài</button>
    </form>
  `;
}

function siteField(sites: FormState["sites"], chosen: string): Markup {
  return html`<div class="field" id="site">
    <label for="f-site">Gửi cho</label>
    <select id="f-site" name="site">
      ${sites.map(
        ({ id, name }) => html`<option value="${id}" ${id === chosen ? "selected" : ""}>${name}</option>`,
      )}
    </select>
  </div>`;
}

function fieldOf(options: FieldOptions, { values, faults }: FormState): Markup {
  const {
    name,
    label,
    hint,
    type = "text",
    autocomplete,
    required = false,
    minlength,
    maxlength,
    rows,
  } = options;
  const fault = faults.find(({ field }) => field === name);
  const described = [hint === undefined ? "" : `h-${name}`, fault ? `e-${name}` : ""]
    .filter(Boolean)
    .join(" ");
  const attributes = html`id="f-${name}" name="${name}" ${required ? "required" : ""}
  ${minlength === undefined ? "" : html`minlength="${String(minlength)}"`}
  ${maxlength === undefined ? "" : html`maxlength="${String(maxlength)}"`}
  ${autocomplete === undefined ? "" : html`autocomplete="${autocomplete}"`}
  ${described === "" ? "" : html`aria-describedby="${described}"`} ${fault ? html`aria-invalid="true"` : ""}`;
  return html`<div class="field" id="${name}">
    <label for="f-${name}">${label}${required ? html` <span class="must">(bắt buộc)</span>` : ""}</label>
    ${hint === undefined ? "" : html`<p class="hint" id="h-${name}">${hint}</p>`}
    ${fault ? html`<p class="fault" id="e-${name}">${fault.message}</p>` : ""}
    ${
      rows === undefined
        ? html`<input type="${type}" ${attributes} value="${values[name] ?? ""}" />`
        : html`<textarea rows="${String(rows)}" ${attributes}>${newlineFirst(values[name] ?? "")}</textarea>`
    }
  </div>`;
}

/** HTML leaves out the first line break of a text area. */
const newlineFirst = (text: string) => `\n${text}`;
