import { element, type Decap } from "./decap.ts";

const pattern = /^!\[([^\]]*)\]\((.*?)(\s"([^"]*)")?\)/;

/** Pictures in the body, with Vietnamese labels and from the site's library alone; the Markdown is what Decap's own component writes. */
export function registerPictures(cms: Decap): void {
  cms.registerEditorComponent({
    id: "image",
    label: "Ảnh",
    pattern,
    fields: [
      {
        name: "image",
        label: "Ảnh",
        widget: "image",
        choose_url: false,
        media_library: { allow_multiple: false },
      },
      {
        name: "alt",
        label: "Mô tả ảnh",
        widget: "string",
        hint: "Ảnh cho thấy gì, để người khiếm thị nghe được.",
      },
      {
        name: "title",
        label: "Chú thích ảnh",
        widget: "string",
        required: false,
        hint: "Dòng chữ in dưới ảnh, cùng nguồn ảnh.",
      },
    ],
    fromBlock: ([, alt, image, , title]) => ({ image, alt, title }),
    toBlock: ({ image = "", alt = "", title }) =>
      `![${alt}](${image}${title ? ` "${title.replaceAll('"', "”")}"` : ""})`,
    toPreview: ({ image = "", alt, title }, getAsset, fields) => {
      const field = fields?.find((one) => one.get("widget") === "image");
      return element(
        "figure",
        null,
        element("img", { src: String(getAsset(image, field)), alt: alt ?? "" }),
        title ? element("figcaption", null, title) : null,
      );
    },
  });
}
