import { labelOf } from "../content-model/field.ts";
import { newsSchema, type News } from "../content-model/news.ts";
import type { Finding } from "./finding.ts";

/** Advice on the cover of a new article: whose it is, why it may be shown, whether those in it agree. */
export function checkCoverRights(path: string, news: News): Finding[] {
  const missing = (["coverCredit", "coverRights", "coverConsent"] as const).filter((key) => !news[key]);
  const [field] = missing;
  if (!news.cover || field === undefined) return [];
  const labels = missing.map((key) => `«${labelOf(newsSchema, key)}»`).join(", ");
  return [
    {
      level: "advise",
      file: path,
      field,
      label: "Ảnh đại diện",
      message: `chưa ghi ${labels}.`,
      remedy: "Điền vào dưới ảnh; ảnh không rõ của ai thì thay ảnh khác.",
    },
  ];
}
