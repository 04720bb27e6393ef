import type { SiteContent } from "../../content-store/content.ts";
import { questionAddress, questionsOf } from "../../content-store/questions.ts";
import { weekAddress, weeksOf } from "../../content-store/weeks.ts";
import { escapeMarkup } from "../../foundation/escape-markup.ts";
import type { Searchable } from "./searchable.ts";

/** A week of the leaders' calendar is found by what happens in it, where and with whom. */
export function searchableWeeks(site: SiteContent): Searchable[] {
  return weeksOf(site).map((entry) => {
    const { title, firstDay, events } = entry.data;
    return {
      address: weekAddress(entry),
      version: entry.oid,
      kind: "Lịch công tác",
      title: `Lịch công tác ${title.toLowerCase()} năm ${entry.year}`,
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

/** Readers' questions with their answers. */
export function searchableQuestions(site: SiteContent): Searchable[] {
  return questionsOf(site).map((entry) => {
    const { title, question, answeredBy, answeredOn } = entry.data;
    return {
      address: questionAddress(entry),
      version: entry.oid,
      kind: "Hỏi đáp",
      title,
      date: answeredOn,
      unit: answeredBy,
      summary: question,
      body: () => site.html(entry),
    };
  });
}
