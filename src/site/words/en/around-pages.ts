import { englishDay, englishMonth, shortMonth } from "./english-day.ts";
import type { aroundPages as vietnamese } from "../vi/around-pages.ts";

/** What stands around every page and on the pages that every site has, in English. */
export const aroundPages: typeof vietnamese = {
  dates: {
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    day: englishDay,
    dayOfYear: (month, day) => `${String(Number(day))} ${shortMonth(month)}`,
    longDay: (weekday, day) => `${weekday}, ${day}`,
    month: (year, month) => `${englishMonth(month)} ${year}`,
    year: (year) => year,
    span: (from, to) => `From ${from} to ${to}`,
    on: (day) => day,
  },
  page: {
    home: "Home",
    toContent: "Skip to content",
    openMenu: "Open menu",
    closeMenu: "Close menu",
    mainMenu: "Main menu",
    crumbs: "Breadcrumbs",
    untranslated: "not translated",
    urgent: "Urgent notice",
    printed: "This page on the web:",
    wideTable: "Table of figures",
    version: "Version",
    approvedBy: (people) => `, approved by ${people}`,
  },
  footer: {
    responsible: (person) => `Responsible for the content: ${person}`,
    information: "Information",
    otherSites: "Other sites",
    componentSites: "Department sites",
    province: "Provincial portal",
    reuse: (site) => `Please name “${site}” as the source when you publish information from this site.`,
  },
  reach: {
    address: "Address",
    phone: "Telephone",
    email: "E-mail",
    website: "Website",
    hours: "Opening hours",
    contact: "Contact",
  },
  finding: {
    search: "Search",
    find: "Search",
    terms: "Search terms",
    placeholder: "Search news and notices…",
  },
  ads: {
    label: "Advertisement",
    aside: "Advertisements beside the text",
    below: "Advertisements at the end of the page",
  },
  notFound: {
    title: "Page not found",
    heading: "This page was not found",
    advice: "The address may be misspelt, or the page may have moved. Try a search, or browse by section.",
    find: "Find a page",
    terms: "Search terms",
  },
};
