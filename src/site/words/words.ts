import type { Language } from "../../content-model/site.ts";
import { english } from "./en.ts";
import { vietnamese, type Words } from "./vi.ts";

export type { Words };

const catalogues: Record<Language, Words> = { vi: vietnamese, en: english };

/** What the design says in a language. */
export function wordsIn(language: Language): Words {
  return catalogues[language];
}
