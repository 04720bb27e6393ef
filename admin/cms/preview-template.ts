import previewStyle from "./preview.css?inline";
import { element, type Decap, type PreviewProps } from "./decap.ts";
import { readCollectionName } from "../../src/editorial/collection-name.ts";
import type { CmsConfig } from "../../src/editorial/cms-config.ts";
import { longDate } from "../shared/time.ts";

/** Shows an entry, while it is written, much as readers will see it; the exact preview comes with the checks. */
export function registerPreviews(cms: Decap, config: CmsConfig): void {
  cms.registerPreviewStyle(previewStyle, { raw: true });
  for (const { name } of config.collections) {
    const place = readCollectionName(name);
    const site = config.cong.sites.find((one) => one.id === place?.site);
    const sections = new Map(site?.sections.map((section) => [section.id, section.name]));
    if (place?.kind === "news") cms.registerPreviewTemplate(name, (props) => news(props, sections));
    if (place?.kind === "page") cms.registerPreviewTemplate(name, page);
  }
}

function news({ entry, widgetFor, getAsset, fields }: PreviewProps, sections: ReadonlyMap<string, string>) {
  const field = (name: string) => textOf(entry.getIn(["data", name]));
  const cover = field("cover");
  const caption = [field("coverCaption"), field("coverCredit") && `Ảnh: ${field("coverCredit")}`].filter(
    Boolean,
  );
  return element(
    "article",
    null,
    entry.getIn(["data", "withdrawn"]) === true
      ? element("p", { className: "notice" }, `Bài đã gỡ. ${field("withdrawnReason")}`)
      : null,
    element("p", { className: "section" }, sections.get(field("category")) ?? "Chưa chọn chuyên mục"),
    element("h1", null, field("title") || "Chưa có tiêu đề"),
    element("p", { className: "date" }, longDate(field("date"))),
    element("p", { className: "summary" }, field("summary")),
    cover
      ? element(
          "figure",
          { className: "cover" },
          element("img", {
            src: String(
              getAsset(
                cover,
                fields.find((one) => one.get("name") === "cover"),
              ) ?? "",
            ),
            alt: field("coverAlt"),
          }),
          caption.length > 0 ? element("figcaption", null, caption.join(" ")) : null,
        )
      : null,
    element("div", { className: "body" }, widgetFor("body")),
    field("author") ? element("p", { className: "author" }, field("author")) : null,
  );
}

function page({ entry, widgetFor }: PreviewProps) {
  return element(
    "article",
    null,
    element("h1", null, textOf(entry.getIn(["data", "title"])) || "Chưa có tiêu đề"),
    element("div", { className: "body" }, widgetFor("body")),
  );
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");
