import type { Finding } from "./finding.ts";

/** Encoding of an entry's file: valid UTF-8, NFC, no control characters. */
export function checkText(path: string, data: Buffer): Finding[] {
  const text = data.toString("utf8");
  if (text.includes("\u0000") || text.includes("\uFFFD")) {
    return [
      block(path, "Bài có ký tự không đọc được.", "Dán lại nội dung từ bản gốc, bảng mã Unicode (UTF-8)."),
    ];
  }
  if (text !== text.normalize("NFC")) {
    const [first] = decomposed(text);
    const where = first ? `, ví dụ ở «${first}»` : "";
    return [
      block(
        path,
        `Chữ có dấu viết dạng tổ hợp (NFD)${where}.`,
        "Gõ lại bằng bảng mã Unicode dựng sẵn, hoặc lưu lại bài trong trang soạn bài.",
      ),
    ];
  }
  return [];
}

/** The body of an entry: present, and its pictures described and from the site's own library. `pictures` are their addresses. */
export function checkBody(
  path: string,
  body: string,
  options: { bodyRequired: boolean },
): { findings: Finding[]; pictures: string[] } {
  const findings: Finding[] = [];
  if (options.bodyRequired && body.length < 50) {
    findings.push({
      ...block(path, "Nội dung bài còn trống hoặc quá ngắn (dưới 50 ký tự).", "Viết nội dung bài."),
      field: "body",
      label: "Nội dung",
    });
  }
  if (/^# /m.test(body)) {
    findings.push({
      level: "advise",
      file: path,
      field: "body",
      label: "Nội dung",
      message: "Trong bài có đề mục cấp 1, cấp dành cho tiêu đề bài.",
      remedy: "Dùng đề mục cấp 2 trở xuống.",
    });
  }
  const pictures: string[] = [];
  for (const [, alt = "", address = ""] of body.matchAll(/!\[([^[\]]*)\]\([ \t]*<?([^)\s>]+)/g)) {
    if (!alt.trim()) {
      findings.push({
        ...block(path, `Ảnh ${address} trong bài chưa có mô tả.`, "Chọn ảnh, điền ô mô tả (alt)."),
        field: "body",
        label: "Nội dung",
      });
    }
    if (address.startsWith("/media/")) pictures.push(decode(address));
    else {
      findings.push({
        ...block(
          path,
          `Ảnh ${address} không nằm trong thư viện của trang.`,
          "Tải ảnh lên thư viện, không dẫn ảnh từ trang khác.",
        ),
        field: "body",
        label: "Nội dung",
      });
    }
  }
  return { findings, pictures };
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function decomposed(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== word.normalize("NFC"));
}

function block(file: string, message: string, remedy: string): Finding {
  return { level: "block", file, message, remedy };
}
