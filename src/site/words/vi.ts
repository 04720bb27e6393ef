import { aroundPages } from "./vi/around-pages.ts";
import { news } from "./vi/news.ts";
import { organisation } from "./vi/organisation.ts";
import { publications } from "./vi/publications.ts";
import { ways } from "./vi/ways.ts";

/** What the design says in Vietnamese, by the part of the portal that says it. */
export const vietnamese = { ...aroundPages, ...news, ...publications, ...organisation, ...ways };

/** What the design says on the pages of a site, as against what editors write. */
export type Words = typeof vietnamese;
