import { pageKindNames } from "../../content-model/page-kind-names.ts";
import { weekName, weekNumber } from "../../content-model/week.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { consultationAddress, consultationsOf } from "../../content-store/consultations.ts";
import { gazetteAddress, gazettesOf } from "../../content-store/gazettes.ts";
import { questionAddress, questionsOf } from "../../content-store/questions.ts";
import { weekAddress, weeksOf } from "../../content-store/weeks.ts";
import { escapeMarkup } from "../../foundation/escape-markup.ts";
import type { Searchable } from "./searchable.ts";

/** A week of the leaders' calendar is found by what happens in it, where and with whom. */
export function searchableWeeks(site: SiteContent): Searchable[] {
  return weeksOf(site).map((entry) => {
    const { firstDay, events } = entry.data;
    const { language } = site.settings;
    return {
      address: weekAddress(entry),
      version: entry.oid,
      kind: pageKindNames[language].week,
      title: weekName(language, weekNumber(entry.data), entry.year),
      date: firstDay,
      body: () => {
        const lines = events.map(({ what, chair, attendees, place, prepares }) =>
          [what, chair, ...(attendees ?? []), place, prepares]
            .filter((text) => text !== undefined)
            .join(". "),
        );
        return lines.map((text) => `<p>${escapeMarkup(text)}</p>`).join("") + site.html(entry);
      },
    };
  });
}

/** Drafts that can be commented on, and issues of the gazette: a document's number leads to the document, which names its issue. */
export function searchableDraftsAndIssues(site: SiteContent): Searchable[] {
  const names = pageKindNames[site.settings.language];
  return [
    ...consultationsOf(site).map((entry): Searchable => ({
      address: consultationAddress(entry),
      version: entry.oid,
      kind: names.consultation,
      title: entry.data.title,
      date: entry.data.openedOn,
      unit: entry.data.unit,
      summary: entry.data.outcome,
      body: () => site.html(entry),
    })),
    ...gazettesOf(site).map((entry): Searchable => ({
      address: gazetteAddress(entry),
      version: entry.oid,
      kind: names.gazette,
      title: entry.data.title,
      date: entry.data.publishedOn,
      body: () => site.html(entry),
    })),
  ];
}

/** Readers' questions with their answers. */
export function searchableQuestions(site: SiteContent): Searchable[] {
  return questionsOf(site).map((entry) => {
    const { title, question, answeredBy, answeredOn } = entry.data;
    return {
      address: questionAddress(entry),
      version: entry.oid,
      kind: pageKindNames[site.settings.language].question,
      title,
      date: answeredOn,
      unit: answeredBy,
      summary: question,
      body: () => site.html(entry),
    };
  });
}
