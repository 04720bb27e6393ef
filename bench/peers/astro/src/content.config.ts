import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

// The id is the place of the file: tinh/news/2026/a.
const from = (pattern: string) =>
  glob({ base: "./content", pattern, generateId: ({ entry }) => entry.replace(/\.md$/, "") });

const news = defineCollection({
  loader: from("*/news/**/*.md"),
  schema: z.object({
    title: z.string(),
    summary: z.string(),
    category: z.string(),
    date: z.coerce.date(),
    author: z.string().optional(),
    cover: z.string().optional(),
    coverAlt: z.string().optional(),
    coverCaption: z.string().optional(),
    coverCredit: z.string().optional(),
    tags: z.array(z.string()).default([]),
  }),
});

const pages = defineCollection({
  loader: from("*/pages/*.md"),
  schema: z.object({ title: z.string(), summary: z.string().optional(), order: z.number().default(0) }),
});

const entries = defineCollection({
  loader: from("*/entries/**/*.md"),
  schema: z.object({
    title: z.string(),
    summary: z.string().optional(),
    facts: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  }),
});

export const collections = { news, pages, entries };
