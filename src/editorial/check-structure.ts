import type { Finding } from "./finding.ts";

/** Headings in their order, and links that have words and lead somewhere: what a screen reader goes by. */
export function checkStructure(file: string, body: string): Finding[] {
  const text = body.replace(/```[\s\S]*?(?:```|$)/g, "");
  return [...headings(text), ...links(text)].map((finding) => ({
    file,
    field: "body",
    label: "Nội dung",
    ...finding,
  }));
}

type Fault = Pick<Finding, "level" | "message" | "remedy">;

function headings(text: string): Fault[] {
  const faults: Fault[] = [];
  let above = 1;
  for (const [, marks = "", words = ""] of text.matchAll(/^(#{1,6})(?:[ \t]+(.*))?$/gm)) {
    const level = marks.length;
    const title = words.replace(/#+\s*$/, "").trim();
    if (title === "") {
      faults.push({
        level: "advise",
        message: "Có đề mục trống.",
        remedy: "Xoá đề mục, hoặc viết tên cho phần ấy.",
      });
    } else if (level > above + 1) {
      faults.push({
        level: "advise",
        message: `Đề mục «${title}» ở cấp ${String(level)} nhưng phía trên không có đề mục cấp ${String(level - 1)}.`,
        remedy: `Đổi thành cấp ${String(above + 1)}: đề mục đi lần lượt, không nhảy cấp.`,
      });
    }
    above = Math.max(level, 1);
  }
  return faults;
}

function links(text: string): Fault[] {
  return [...text.matchAll(/(!?)\[([^[\]]*)\]\(([^()\n]*)\)/g)].flatMap(
    ([, picture, words = "", target = ""]): Fault[] => {
      if (picture) return [];
      const address = target.trim().replace(/^<|>$/g, "");
      if (address === "" || address === "#") {
        return [
          {
            level: "block",
            message: `Liên kết «${words.trim() || "không có chữ"}» không dẫn tới đâu.`,
            remedy: "Điền địa chỉ cho liên kết, hoặc bỏ liên kết.",
          },
        ];
      }
      if (words.trim() !== "") return [];
      return [
        {
          level: "advise",
          message: `Liên kết tới ${address} không có chữ: người đọc không thấy và không bấm được.`,
          remedy: "Viết vài chữ nói liên kết dẫn tới đâu, hoặc xoá liên kết.",
        },
      ];
    },
  );
}
