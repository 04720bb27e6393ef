/** An answer that no file of a release gives. */
export interface Refusal {
  status: number;
  type: string;
  body: string;
  /** Further headers of this answer. */
  headers?: Readonly<Record<string, string>>;
}

const plain = "text/plain; charset=utf-8";

/** Every answer that no file of a release gives; both servers send these words. */
export const refusals = {
  malformed: { status: 400, type: plain, body: "Địa chỉ không hợp lệ.\n" },
  missing: { status: 404, type: plain, body: "Không tìm thấy trang.\n" },
  method: {
    status: 405,
    type: plain,
    body: "Máy chủ này chỉ nhận GET và HEAD.\n",
    headers: { Allow: "GET, HEAD" },
  },
  precondition: { status: 412, type: plain, body: "Trang đã khác với bản được hỏi.\n" },
  range: { status: 416, type: plain, body: "Tệp không có đoạn được hỏi.\n" },
  unknownHost: { status: 421, type: plain, body: "Máy chủ này không phục vụ tên miền được hỏi.\n" },
  failed: { status: 500, type: plain, body: "Máy chủ gặp lỗi. Xin thử lại sau.\n" },
  /** While the file `maintenance` lies in the host's folder, or before the first release. */
  maintenance: {
    status: 503,
    type: "text/html; charset=utf-8",
    body: `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cổng đang được bảo trì</title>
<h1>Cổng đang được bảo trì</h1>
<p>Trang thông tin này tạm ngừng trong ít phút để bảo trì và sẽ sớm trở lại. Mong quý vị thông cảm và quay lại sau.</p>
</html>
`,
    headers: { "Retry-After": "120" },
  },
} as const satisfies Record<string, Refusal>;
