import { adSchema } from "../content-model/ad.ts";
import type { EntrySchema } from "../content-model/field.ts";
import { newsSchema } from "../content-model/news.ts";
import { pageSchema } from "../content-model/page.ts";
import type { Site } from "../content-model/site.ts";
import { cmsField, type CmsField } from "./cms-field.ts";
import { collectionFolder, collectionName, type CollectionPlace } from "./collection-name.ts";

/** One list of entries in the CMS. */
export interface CmsCollection {
  name: string;
  label: string;
  label_singular: string;
  description?: string;
  folder: string;
  extension: "md";
  format: "yaml-frontmatter";
  create: boolean;
  /** Nothing is deleted or published from the CMS: a published piece is withdrawn, a submission is approved on the review page. */
  delete: false;
  publish: false;
  slug: "{{slug}}";
  summary: string;
  media_folder: string;
  public_folder: string;
  /** Sorting and filtering would read every entry of the collection. */
  sortable_fields: [];
  editor: { preview: boolean };
  fields: CmsField[];
}

/** Everything about a kind of collection that is not read from its schema. */
interface Kind {
  schema: EntrySchema;
  label: (year: string) => string;
  singular: string;
  summary: string;
  preview: boolean;
  body: { required: boolean; hint: string };
}

const kinds: Record<CollectionPlace["kind"], Kind> = {
  news: {
    schema: newsSchema,
    label: (year) => `Tin bài ${year}`,
    singular: "Tin bài",
    summary: "{{title}} — {{date | date('DD/MM/YYYY')}}",
    preview: true,
    body: { required: true, hint: "Chèn ảnh bằng nút «+»; ảnh nào cũng cần mô tả." },
  },
  page: {
    schema: pageSchema,
    label: () => "Trang tĩnh",
    singular: "Trang tĩnh",
    summary: "{{title}}",
    preview: true,
    body: { required: true, hint: "Dùng đề mục cấp 2, cấp 3 để chia phần." },
  },
  ad: {
    schema: adSchema,
    label: () => "Quảng cáo, liên kết",
    singular: "Quảng cáo, liên kết",
    summary: "{{title}} — đến hết {{end | date('DD/MM/YYYY')}}",
    preview: false,
    body: { required: false, hint: "Ghi chú nội bộ về hợp đồng; người đọc không thấy." },
  },
};

/** The collection of one kind of entry of one site. `currentYear` decides where new entries and pictures go. */
export function cmsCollection(place: CollectionPlace, site: Site, currentYear: string): CmsCollection {
  const kind = kinds[place.kind];
  const year = place.kind === "news" ? place.year : currentYear;
  return {
    name: collectionName(place),
    label: `${kind.label(year)} – ${site.shortName}`,
    label_singular: `${kind.singular} – ${site.shortName}`,
    ...(year === currentYear ? {} : { description: `Tin bài đã đăng năm ${year}; chỉ sửa, không thêm mới.` }),
    folder: collectionFolder(place),
    extension: "md",
    format: "yaml-frontmatter",
    create: year === currentYear,
    delete: false,
    publish: false,
    slug: "{{slug}}",
    summary: kind.summary,
    media_folder: `/content/sites/${place.site}/media/${year}`,
    public_folder: `/media/${year}`,
    sortable_fields: [],
    editor: { preview: kind.preview },
    fields: [...formOf(kind.schema, site), bodyField(kind.body)],
  };
}

/** Fields that say nothing on the province portal itself. */
const ofDepartments: ReadonlySet<string> = new Set(["shareToProvince"]);

function formOf(schema: EntrySchema, site: Site): CmsField[] {
  return Object.entries(schema.shape)
    .filter(([name]) => !(site.kind === "province" && ofDepartments.has(name)))
    .flatMap(([name, field]) => cmsField(name, field, site.sections) ?? []);
}

function bodyField({ required, hint }: Kind["body"]): CmsField {
  return {
    name: "body",
    label: "Nội dung",
    widget: "markdown",
    required,
    hint,
    buttons: [
      "bold",
      "italic",
      "link",
      "heading-two",
      "heading-three",
      "quote",
      "bulleted-list",
      "numbered-list",
    ],
    editor_components: ["image"],
    modes: ["rich_text", "raw"],
  };
}
