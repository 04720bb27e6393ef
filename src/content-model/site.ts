import { z } from "zod";
import { picture } from "./text.ts";

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "chỉ gồm chữ thường không dấu, số và gạch nối" });
/** What a site may be written in. */
export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, { error: "màu viết dạng #rrggbb" });

/** One section of a site's news. */
export const sectionSchema = z.strictObject({
  id: slug,
  name: z.string().min(2),
  description: z.string().optional(),
});

/** Settings of one site: `content/sites/<site>/site.yaml`. Protected: changed with an operator's approval. */
export const siteSchema = z.strictObject({
  kind: z.enum(["province", "department"]),
  name: z.string().min(3),
  /** Shown where space is short. */
  shortName: z.string().min(2),
  /** The authority above the name in the header. */
  authority: z.string().optional(),
  tagline: z.string().optional(),
  domain: z.string().regex(/^[a-z0-9.-]+$/),
  /** What its pages are written in. */
  language: z.enum(languages).default("vi"),
  /** The site of the same authority in another language whose edition this one is; that one is the original. */
  editionOf: slug.optional(),
  theme: z.strictObject({
    primary: colour,
    accent: colour,
    /** The authority's own logo, in place of the emblem that is drawn in its colours. */
    logo: picture("theme.logo").optional(),
  }),
  sections: z.array(sectionSchema).min(1),
  /** What readers' questions are about; without it, the sections of the news. */
  questionFields: z.array(sectionSchema.pick({ id: true, name: true })).optional(),
  /**
   * Authorities that were renamed or merged: the documents of the former ones stand in the register of the one that followed
   * them, with the name that is on them, and the former registers' addresses lead there.
   */
  issuers: z
    .array(z.strictObject({ name: z.string().min(3), formerly: z.array(z.string().min(3)).min(1) }))
    .optional(),
  /**
   * Where the newsroom's public service is served, to which comments on drafts go: `https://gui-bai.songmay.gov.vn`. To try it
   * out on one machine, `http://localhost:4390`.
   */
  publicService: z
    .url({ error: "phải là địa chỉ https://…" })
    .regex(/^https:|^http:\/\/localhost(?::\d+)?$/, { error: "phải là địa chỉ https://…" })
    .regex(/[^/]$/, { error: "viết không có dấu / ở cuối" })
    .optional(),
  /** Slugs of static pages, or addresses on this site, in the order of the menu. */
  menu: z.array(z.strictObject({ label: z.string().min(1), address: z.string().regex(/^\/(?!\/)/) })),
  /** Links to public services and other authorities. */
  links: z
    .array(
      z.strictObject({
        label: z.string().min(1),
        url: z.url({ protocol: /^https$/ }),
        note: z.string().optional(),
      }),
    )
    .default([]),
  contact: z.strictObject({
    office: z.string(),
    address: z.string(),
    phone: z.string(),
    email: z.email(),
    responsible: z.string(),
    licence: z.string().optional(),
  }),
});

/** What the questions of a site are sorted by. */
export function questionFieldsOf({
  questionFields,
  sections,
}: Site): readonly Pick<Section, "id" | "name">[] {
  return questionFields ?? sections;
}

export type Site = z.infer<typeof siteSchema>;
export type Section = z.infer<typeof sectionSchema>;
