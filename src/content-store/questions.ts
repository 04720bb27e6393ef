import { compare } from "../foundation/compare.ts";
import { entryAddress, entryKinds } from "../content-model/entry-kinds.ts";
import { questionFieldsOf } from "../content-model/site.ts";
import type { EntryOf, SiteContent } from "./content.ts";
import { olderListPages } from "./list-pages.ts";

type QuestionEntry = EntryOf<"question">;

export const questionsAddress = entryKinds.question.at;
export const questionFieldAddress = (field: string) => `${questionsAddress}/linh-vuc/${field}`;
export const questionAddress = ({ year, slug }: Pick<QuestionEntry, "year" | "slug">): string =>
  entryAddress({ kind: "question", year, slug }) ?? "";

const sorted = new WeakMap<readonly QuestionEntry[], readonly QuestionEntry[]>();

/** A site's questions, answered last first. */
export function questionsOf({ entries }: SiteContent): readonly QuestionEntry[] {
  const known = sorted.get(entries.question);
  if (known) return known;
  const questions = entries.question.toSorted(
    (a, b) => compare(b.data.answeredOn, a.data.answeredOn) || compare(a.file, b.file),
  );
  sorted.set(entries.question, questions);
  return questions;
}

/** The questions of one field, answered last first. */
export function questionsAbout(site: SiteContent, field: string): readonly QuestionEntry[] {
  return questionsOf(site).filter(({ data }) => data.field === field);
}

/** The addresses of lists and questions; a field that nobody has asked about has no page. */
export function questionPaths(site: SiteContent): string[] {
  const all = questionsOf(site);
  if (all.length === 0) return [];
  return [
    questionsAddress,
    ...olderListPages(questionsAddress, all.length),
    ...questionFieldsOf(site.settings).flatMap(({ id }) => {
      const count = questionsAbout(site, id).length;
      return count === 0
        ? []
        : [questionFieldAddress(id), ...olderListPages(questionFieldAddress(id), count)];
    }),
    ...all.map(questionAddress),
  ];
}
