import { aroundPages } from "./en/around-pages.ts";
import { news } from "./en/news.ts";
import { organisation } from "./en/organisation.ts";
import { publications } from "./en/publications.ts";
import { ways } from "./en/ways.ts";
import type { Words } from "./vi.ts";

/** What the design says in English. */
export const english: Words = { ...aroundPages, ...news, ...publications, ...organisation, ...ways };
