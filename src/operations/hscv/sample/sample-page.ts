import { html } from "hono/html";
import { atStage, lastStage, sampleDocuments } from "./sample-documents.ts";

/** What has just happened at each stage, in the words of its clerk. */
const told = [
  "Ba văn bản vừa được xuất.",
  "Văn thư vừa thêm Thông báo 142/TB-UBND nhưng gõ ngày ban hành 31/11/2026, là ngày không có.",
  "Kế hoạch 318/KH-UBND vừa ban hành, thay thế Kế hoạch 301/KH-UBND.",
  "Văn thư đã sửa ngày của Thông báo 142/TB-UBND thành 13/11/2026, và ghi thêm ngày hiệu lực, sửa trích yếu của Kế hoạch 318/KH-UBND.",
];

const style = `
  :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
  body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.4rem; line-height: 1.3; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid light-dark(#dcdfe6, #343a46); text-align: start; vertical-align: top; }
  th { font-weight: 600; }
  .number { white-space: nowrap; }
  .scroll { overflow-x: auto; }
  .now { padding: 0.75rem 1rem; border-radius: 10px; background: light-dark(#e4edf9, #16263c); }
  button { min-height: 44px; padding: 0.5rem 1.125rem; border: 0; border-radius: 8px; background: light-dark(#1a4e92, #93bdf5); color: light-dark(#fff, #101217); font: inherit; font-weight: 600; cursor: pointer; }
  a { color: light-dark(#1a4e92, #93bdf5); }
`;

/** What a person sees of the sample system: what it exports now, and a button by which its clerks work on. */
export const samplePage = (stage: number) =>
  html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Phần mềm HSCV mẫu</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>Phần mềm HSCV mẫu</h1>
          <p>
            Đứng thay cho phần mềm Hồ sơ công việc của cơ quan để xem thử việc nhập văn bản. Cổng đọc bản xuất
            <a href="/van-ban.xml">van-ban.xml</a> và <a href="/ho-so.xml">ho-so.xml</a> mỗi phút một lần.
          </p>
          <p class="now" role="status">
            <strong>Bước ${stage + 1}/${lastStage + 1}.</strong> ${told[stage] ?? ""}
          </p>
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">Số, ký hiệu</th>
                  <th scope="col">Ngày</th>
                  <th scope="col">Trích yếu</th>
                </tr>
              </thead>
              <tbody>
                ${sampleDocuments
                  .flatMap((one) => atStage(one, stage) ?? [])
                  .map(
                    ({ number, issuedOn, excerpt }) =>
                      html`<tr>
                        <td class="number">${number}</td>
                        <td>${issuedOn}</td>
                        <td>${excerpt}</td>
                      </tr>`,
                  )}
              </tbody>
            </table>
          </div>
          ${
            stage < lastStage
              ? html`<form method="post" action="/buoc-tiep">
                  <p><button type="submit">Sang bước tiếp theo</button></p>
                </form>`
              : html`<p>Câu chuyện mẫu đến đây là hết.</p>`
          }
        </main>
      </body>
    </html>`;
