import { entryFolder } from "../content-model/entry-kinds.ts";
import { entryForms, entrySchemas, type EntryForm } from "../content-model/entry-schemas.ts";
import type { EntrySchema } from "../content-model/field.ts";
import { questionFieldsOf, type Site } from "../content-model/site.ts";
import { cmsField, type CmsField, type FormSite } from "./cms-field.ts";
import { collectionName, type CollectionPlace } from "./collection-name.ts";

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
  /** The field that an entry's file name is made from, where it has no title. */
  identifier_field?: string;
  summary: string;
  media_folder: string;
  public_folder: string;
  /** Sorting and filtering would read every entry of the collection. */
  sortable_fields: [];
  editor: { preview: boolean };
  fields: CmsField[];
}

/** The collection of one kind of entry of one site. `currentYear` decides where new entries and pictures go. */
export function cmsCollection(place: CollectionPlace, site: Site, currentYear: string): CmsCollection {
  const form = entryForms[place.kind];
  const { year = currentYear } = place;
  return {
    name: collectionName(place),
    label: `${form.label}${place.year === undefined ? "" : ` ${place.year}`} – ${site.shortName}`,
    label_singular: `${form.singular} – ${site.shortName}`,
    ...(year === currentYear
      ? form.advice === undefined
        ? {}
        : { description: form.advice }
      : { description: `${form.label} của năm ${year}; chỉ sửa, không thêm mới.` }),
    folder: entryFolder(place),
    extension: "md",
    format: "yaml-frontmatter",
    create: year === currentYear,
    delete: false,
    publish: false,
    slug: "{{slug}}",
    ...(form.namedBy === undefined ? {} : { identifier_field: form.namedBy }),
    summary: form.summary,
    media_folder: `/content/sites/${place.site}/media/${year}`,
    public_folder: `/media/${year}`,
    sortable_fields: [],
    editor: { preview: form.preview },
    fields: withBody(
      formOf(entrySchemas[place.kind], {
        id: place.site,
        kind: site.kind,
        sections: site.sections,
        questionFields: questionFieldsOf(site),
      }),
      form.body,
    ),
  };
}

function withBody(fields: CmsField[], body: EntryForm["body"]): CmsField[] {
  const place = fields.findIndex(({ name }) => name === body.after) + 1 || fields.length;
  return fields.toSpliced(place, 0, bodyField(body));
}

/** Fields that say nothing on the province portal itself. */
const ofDepartments: ReadonlySet<string> = new Set(["shareToProvince"]);

function formOf(schema: EntrySchema, site: FormSite): CmsField[] {
  return Object.entries(schema.shape)
    .filter(([name]) => !(site.kind === "province" && ofDepartments.has(name)))
    .flatMap(([name, field]) => cmsField(name, field, site) ?? []);
}

function bodyField({ required, hint, label = "Nội dung" }: EntryForm["body"]): CmsField {
  return {
    name: "body",
    label,
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
