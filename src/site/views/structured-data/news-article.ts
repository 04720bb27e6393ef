import { newsAddress } from "../../../content-model/content-path.ts";
import { lastChangeOf, type Correction } from "../../../content-model/news.ts";
import { wordsIn } from "../../words/words.ts";
import type { Language } from "../../../content-model/site.ts";
import type { NewsEntry, SiteContent } from "../../../content-store/content.ts";
import { absolute } from "../document-head.ts";
import type { ShareImage } from "../share-image.ts";
import { sectionLink } from "../story.ts";
import { publisher } from "./organization.ts";

/** An article as schema.org describes it, with the pictures that stand for it. */
export function newsArticle(
  site: SiteContent,
  { year, slug, data }: NewsEntry,
  images: readonly ShareImage[],
): object {
  const { language } = site.settings;
  const changed = lastChangeOf(data);
  const address = absolute(site, newsAddress(year, slug));
  const authority = publisher(site);
  const section = sectionLink(site, data.category);
  return {
    "@type": "NewsArticle",
    headline: data.title,
    description: data.summary,
    url: address,
    mainEntityOfPage: { "@type": "WebPage", "@id": address },
    datePublished: data.date,
    ...(changed === undefined ? {} : { dateModified: changed }),
    ...(data.corrections?.length
      ? { correction: data.corrections.map((one) => comment(one, language)) }
      : {}),
    inLanguage: language,
    isAccessibleForFree: true,
    ...(section ? { articleSection: section.label } : {}),
    ...(data.tags?.length ? { keywords: data.tags } : {}),
    image: images.map((image) => image.address),
    author:
      data.author === undefined ? authority : { "@type": kindOf(data.author, language), name: data.author },
    publisher: authority,
    ...(data.sourceUrl === undefined ? {} : { isBasedOn: data.sourceUrl }),
  };
}

/** A correction in words of its own, for whoever reads the data alone. */
function comment({ date, wrong, right }: Correction, language: Language): object {
  const { article } = wordsIn(language);
  return {
    "@type": "CorrectionComment",
    text: `${article.wrong}: ${wrong} ${article.right}: ${right}`,
    datePublished: date,
  };
}

/** Many pieces are signed by the desk or the unit that wrote them. */
const ofUnit: Record<Language, RegExp> = {
  vi: /^(?:Ban|Báo|Đài|Phòng|Sở|Trung tâm|Văn phòng|UBND|Ủy ban) /,
  en: /^[^,]*\b(?:Agency|Board|Bureau|Centre|Committee|Department|Desk|Division|Newspaper|Office|Television)\b/,
};
const kindOf = (author: string, language: Language) =>
  ofUnit[language].test(author) ? "Organization" : "Person";
