import { consultationState, type ConsultationState } from "../../content-model/consultation.ts";
import { documentSlug } from "../../content-model/document-number.ts";
import { documentFieldName, documentTypeName } from "../../content-model/document-types.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import {
  consultationAddress,
  consultationsAddress,
  consultationsOf,
  type ConsultationEntry,
} from "../../content-store/consultations.ts";
import { documentIndex } from "../../content-store/document-index.ts";
import { documentAddress } from "../../content-store/document-pages.ts";
import { vietnamDay } from "../../foundation/vietnam-time.ts";
import { shownDay, type ShownDay } from "../dates.ts";
import { articleHtml } from "./article-html.ts";
import { shownFile, type ShownFile } from "./attachment.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { wordsIn, type Words } from "../words/words.ts";

/** A draft as a list names it. */
export interface ConsultationRow {
  address: string;
  title: string;
  unit: string;
  state: ConsultationState;
  stateLabel: string;
  openedOn: ShownDay;
  closesOn: ShownDay;
}

/** The drafts that everybody may comment on, by how far they are. */
export interface ConsultationList {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  groups: { heading: string; drafts: ConsultationRow[] }[];
}

/** A draft with what became of the comments. */
export interface ConsultationPage extends ConsultationRow {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  type: string;
  field: string;
  files: ShownFile[];
  html: string;
  email: string | undefined;
  /** Where comments can be sent in while it is open: a form on the public service, where the site has one. */
  form: string | undefined;
  outcome:
    | { on: ShownDay; received: number | undefined; paragraphs: string[]; document: Link | undefined }
    | undefined;
  version: ShownVersion | undefined;
}

const groups: readonly ConsultationState[] = ["open", "ahead", "closed", "answered"];

/** The page at `/lay-y-kien`. */
export function consultationList(content: Content, site: SiteContent): ConsultationList | undefined {
  const all = consultationsOf(site);
  if (all.length === 0) return undefined;
  const words = wordsIn(site.settings.language);
  const rows = all.map((entry) => rowOf(content, entry, words));
  const own = { label: words.consultations.name, address: consultationsAddress };
  return {
    head: documentHead(site, own.address, own.label, {
      description: words.consultations.about,
      structuredData: [breadcrumbList(site, [homeLink(words), own])],
    }),
    frame: frameOf(content, site, own.address),
    crumbs: [homeLink(words)],
    groups: groups.flatMap((state) => {
      const drafts = rows.filter((row) => row.state === state);
      // Those that close first are the ones to hurry with.
      if (state === "open") drafts.reverse();
      return drafts.length === 0 ? [] : [{ heading: words.consultations.states[state], drafts }];
    }),
  };
}

/** The page at `/lay-y-kien/<year>/<slug>`. */
export function consultationPage(
  content: Content,
  site: SiteContent,
  year = "",
  slug = "",
): ConsultationPage | undefined {
  const entry = site.entries.consultation.find((one) => one.year === year && one.slug === slug);
  if (!entry) return undefined;
  const { data } = entry;
  const { language, publicService } = site.settings;
  const words = wordsIn(language);
  const row = rowOf(content, entry, words);
  const crumbs = [homeLink(words), { label: words.consultations.name, address: consultationsAddress }];
  const form = publicService && `${publicService}/gop-y/${site.id}/${year}/${slug}`;
  return {
    ...row,
    head: documentHead(site, row.address, data.title, {
      description: words.consultations.described(data.title, row.openedOn.short, row.closesOn.short),
      structuredData: [breadcrumbList(site, [...crumbs, { label: data.title, address: row.address }])],
    }),
    frame: frameOf(content, site, row.address),
    crumbs,
    type: documentTypeName(data.type, language),
    field: documentFieldName(data.field, language),
    files: (data.attachments ?? []).flatMap(({ file, label }) => shownFile(site, file, label) ?? []),
    html: articleHtml(site.html(entry), words),
    email: data.email,
    form: row.state === "open" ? form : undefined,
    outcome:
      row.state === "answered" && data.outcomeOn !== undefined
        ? {
            on: shownDay(data.outcomeOn, words),
            received: data.received,
            paragraphs: (data.outcome ?? "").split(/\n+/).map((text) => text.trim()),
            document: resultOf(site, entry),
          }
        : undefined,
    version: shownVersion(entry.record),
  };
}

function rowOf(content: Content, entry: ConsultationEntry, words: Words): ConsultationRow {
  const { title, unit, openedOn, closesOn } = entry.data;
  const state = consultationState(entry.data, vietnamDay(content.at));
  return {
    address: consultationAddress(entry),
    ...{ title, unit, state },
    stateLabel: words.consultations.states[state],
    openedOn: shownDay(openedOn, words),
    closesOn: shownDay(closesOn, words),
  };
}

/** The document that was issued from a draft: the first of its number after the comments closed. */
function resultOf(site: SiteContent, { data }: ConsultationEntry): Link | undefined {
  if (data.document === undefined) return undefined;
  const found = documentIndex(site)
    .byNumber.get(documentSlug(data.document))
    ?.find((entry) => entry.data.issuedOn >= data.openedOn && !entry.data.withdrawn);
  return { label: data.document, address: found ? documentAddress(found) : "" };
}
