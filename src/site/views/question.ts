import { fullPages, listPageSize } from "../../content-store/list-pages.ts";
import { questionFieldsOf } from "../../content-model/site.ts";
import type { Content, EntryOf, SiteContent } from "../../content-store/content.ts";
import {
  questionAddress,
  questionFieldAddress,
  questionsAbout,
  questionsAddress,
  questionsOf,
} from "../../content-store/questions.ts";
import { shownDay, type ShownDay } from "../dates.ts";
import { articleHtml } from "./article-html.ts";
import { absolute, breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { pageTitle, paginate } from "./pagination.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { wordsIn, type Words } from "../words/words.ts";

/** One page of the questions, answered last first. */
export interface QuestionList {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  heading: string;
  questions: QuestionLink[];
  /** Fields that have questions, the one shown marked. */
  fields: MenuLink[];
  newer: string | undefined;
  older: string | undefined;
  pages: (MenuLink | undefined)[];
}

/** A question as a list names it. */
export interface QuestionLink extends Link {
  answeredBy: string;
  answeredOn: ShownDay;
  field: string | undefined;
}

/** A question with its answer. */
export interface QuestionPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  title: string;
  /** The question's paragraphs. */
  question: string[];
  asker: string | undefined;
  askedOn: ShownDay;
  answeredBy: string;
  answeredOn: ShownDay;
  html: string;
  related: QuestionLink[];
  version: ShownVersion | undefined;
}

const listLink = ({ questions }: Words): Link => ({ label: questions.name, address: questionsAddress });
const relatedCount = 5;

/** A page of all questions, or of one field's; without a number the newest. Undefined where there is none. */
export function questionList(
  content: Content,
  site: SiteContent,
  { field: id, page }: { field?: string | undefined; page?: string | undefined } = {},
): QuestionList | undefined {
  const field = fieldOf(site, id);
  if (id !== undefined && !field) return undefined;
  const questions = field ? questionsAbout(site, field.id) : questionsOf(site);
  const address = field ? questionFieldAddress(field.id) : questionsAddress;
  const numbered = fullPages(questions.length);
  const words = wordsIn(site.settings.language);
  const slice = paginate({ address, items: questions, numbered, size: listPageSize }, page, words);
  if (questions.length === 0 || !slice) return undefined;
  const heading = field ? words.questions.ofField(field.name) : words.questions.name;
  const title = pageTitle(heading, slice.number, words);
  const crumbs = field ? [homeLink(words), listLink(words)] : [homeLink(words)];
  return {
    head: documentHead(site, slice.path, title, {
      description: words.questions.described(site.settings.name),
      structuredData: [breadcrumbList(site, [...crumbs, { label: title, address: slice.path }])],
    }),
    frame: frameOf(content, site, slice.path),
    crumbs,
    heading,
    questions: slice.items.map((entry) => questionLink(site, entry)),
    fields: questionFieldsOf(site.settings)
      .filter((one) => questionsAbout(site, one.id).length > 0)
      .map((one) => ({ label: one.name, address: questionFieldAddress(one.id), current: one === field })),
    ...slice.links,
  };
}

/** The page at `/hoi-dap/<year>/<slug>`. */
export function questionPage(
  content: Content,
  site: SiteContent,
  year: string | undefined,
  slug: string | undefined,
): QuestionPage | undefined {
  const entry = questionsOf(site).find((question) => question.year === year && question.slug === slug);
  if (!entry) return undefined;
  const { data } = entry;
  const address = questionAddress(entry);
  const field = fieldOf(site, data.field);
  const words = wordsIn(site.settings.language);
  const crumbs = [
    homeLink(words),
    listLink(words),
    ...(field ? [{ label: field.name, address: questionFieldAddress(field.id) }] : []),
  ];
  const html = site.html(entry);
  return {
    head: documentHead(site, address, data.title, {
      description: summaryOf(html),
      structuredData: [
        questionDescription(site, entry, html),
        breadcrumbList(site, [...crumbs, { label: data.title, address }]),
      ],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    title: data.title,
    question: data.question.split(/\n+/).map((text) => text.trim()),
    asker: data.asker,
    askedOn: shownDay(data.askedOn, words),
    answeredBy: data.answeredBy,
    answeredOn: shownDay(data.answeredOn, words),
    html: articleHtml(html, words),
    related: relatedQuestions(site, entry).map((other) => questionLink(site, other)),
    version: shownVersion(entry.record),
  };
}

/** Others of the same field: the ones answered just before, then those after. */
function relatedQuestions(site: SiteContent, entry: EntryOf<"question">): EntryOf<"question">[] {
  const list = questionsAbout(site, entry.data.field);
  const place = list.indexOf(entry);
  return [...list.slice(place + 1), ...list.slice(0, place).toReversed()].slice(0, relatedCount);
}

function questionLink(site: SiteContent, entry: EntryOf<"question">): QuestionLink {
  const { title, answeredBy, answeredOn, field } = entry.data;
  return {
    label: title,
    address: questionAddress(entry),
    answeredBy,
    answeredOn: shownDay(answeredOn, wordsIn(site.settings.language)),
    field: fieldOf(site, field)?.name,
  };
}

const fieldOf = (site: SiteContent, id: string | undefined) =>
  questionFieldsOf(site.settings).find((field) => field.id === id);

function questionDescription(
  site: SiteContent,
  { data, ...entry }: EntryOf<"question">,
  html: string,
): object {
  return {
    "@type": "QAPage",
    mainEntity: {
      "@type": "Question",
      name: data.title,
      text: data.question,
      answerCount: 1,
      datePublished: data.askedOn,
      ...(data.asker === undefined ? {} : { author: { "@type": "Person", name: data.asker } }),
      acceptedAnswer: {
        "@type": "Answer",
        text: plainText(html),
        datePublished: data.answeredOn,
        url: absolute(site, questionAddress(entry)),
        author: { "@type": "Organization", name: data.answeredBy },
      },
    },
  };
}

/** The first words of an answer, at most as many as search engines show. */
function summaryOf(html: string): string {
  const text = plainText(html);
  return text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/, "")}…`;
}

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? "")
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:])/g, "$1")
    .trim();
}
