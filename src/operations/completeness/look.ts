import { shortDay } from "../../foundation/vietnam-time.ts";
import { slugOf } from "../../content-model/slug.ts";
import { siteAddresses } from "../../content-store/addresses.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { askOrganisation } from "./ask-organisation.ts";
import type { Look } from "./rules.ts";
import { titlesOf } from "./titles.ts";

/** `incomplete`: there, but not for all it should be there for. */
export type State = "present" | "incomplete" | "outdated" | "missing";

/** What was found of something, and where. */
export interface Sighting {
  state: State;
  /** An address of the site, or a place in its settings; undefined where there is nothing. */
  place?: string;
  detail?: string;
}

/** Looks in one place. */
export function look(site: SiteContent, one: Look, at: Date): Sighting {
  switch (one.in) {
    case "pages":
      return lookInPages(site, one.words);
    case "titles":
      return lookInTitles(site, one, at);
    case "address": {
      const found = siteAddresses(site).find(
        ({ path }) => path === one.path || path.startsWith(`${one.path}/`),
      );
      return found ? { state: "present", place: found.path } : missing;
    }
    case "links":
      return lookInLinks(site, one.words);
    case "organisation":
      return askOrganisation(site, one.ask);
    case "settings": {
      const { address, phone, email, responsible, licence } = site.settings.contact;
      const place = "site.yaml";
      if (one.ask === "contact")
        return { state: "present", place, detail: [address, phone, email].join("; ") };
      return licence === undefined
        ? { state: "incomplete", place, detail: `${responsible}; chưa ghi giấy phép` }
        : { state: "present", place, detail: `${responsible}; ${licence}` };
    }
  }
}

/** Where somebody who reads the report would look, in their words. */
export function describeLook(one: Look): string {
  switch (one.in) {
    case "pages":
      return `trang tĩnh có ${quoted(one.words)} trong tên`;
    case "titles":
      return `tiêu đề tin bài, trang, văn bản có ${quoted(one.words)}`;
    case "address":
      return `địa chỉ ${one.path}`;
    case "links":
      return `trình đơn và liên kết (site.yaml) có ${quoted(one.words)}`;
    case "organisation":
      return "mục «Cơ quan, đơn vị» và «Lãnh đạo, đầu mối liên hệ»";
    case "settings":
      return "phần contact của site.yaml";
  }
}

const missing: Sighting = { state: "missing" };
const quoted = (words: readonly string[]) => words.map((word) => `«${word.replaceAll("-", " ")}»`).join(", ");

/** Whether a text says one of the words, accents aside. */
export function says(text: string, words: readonly string[]): boolean {
  const slug = `-${slugOf(text)}-`;
  return words.some((word) => slug.includes(`-${word}-`));
}

function lookInPages(site: SiteContent, words: readonly string[]): Sighting {
  const page = site.pages.find(({ slug, data }) => says(slug, words) || says(data.title, words));
  return page ? { state: "present", place: `/${page.slug}` } : missing;
}

function lookInTitles(site: SiteContent, { words, months }: Look & { in: "titles" }, at: Date): Sighting {
  const [newest] = titlesOf(site)
    .filter(({ title }) => says(title, words))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  if (!newest) return missing;
  const { address: place, title, day } = newest;
  const oldest = new Date(at);
  oldest.setUTCMonth(oldest.getUTCMonth() - months);
  const fresh = day >= oldest.toISOString().slice(0, 10);
  const detail = `«${title}», ${shortDay(day)}`;
  return fresh
    ? { state: "present", place, detail }
    : { state: "outdated", place, detail: `${detail}; quá ${String(months)} tháng` };
}

function lookInLinks({ settings }: SiteContent, words: readonly string[]): Sighting {
  const links = [...settings.menu.map(({ label, address }) => ({ label, url: address })), ...settings.links];
  const link = links.find(({ label, url }) => says(label, words) || says(url, words));
  return link ? { state: "present", place: link.url, detail: link.label } : missing;
}
