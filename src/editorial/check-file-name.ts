import { slugOf } from "../content-model/slug.ts";
import type { MergeResult } from "./check-submission.ts";
import type { Finding } from "./finding.ts";

/** A new entry whose name another one has but for case, accents or Unicode's form: on some hosts and to people, one address. */
export async function checkFileName(path: string, { list }: Pick<MergeResult, "list">): Promise<Finding[]> {
  const [folder, name] = [path.slice(0, path.lastIndexOf("/")), path.slice(path.lastIndexOf("/") + 1)];
  const isSame = (other: string) => other !== path && sameName(other.slice(folder.length + 1), name);
  const [taken] = await list(folder, isSame);
  if (taken === undefined) return [];
  return [
    {
      level: "block",
      file: path,
      message: `Tên tệp «${name}» trùng địa chỉ với «${taken.slice(folder.length + 1)}» đã có.`,
      remedy: "Đổi tiêu đề hoặc tên tệp cho khác hẳn, không chỉ khác chữ hoa, dấu.",
    },
  ];
}

const sameName = (one: string, other: string) => slugOf(one) === slugOf(other);
