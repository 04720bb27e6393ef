import type { SiteContent } from "../../../content-store/content.ts";
import { absolute } from "../document-head.ts";
import { publisher } from "./organization.ts";

/** What is known of an event: a meeting of the weekly calendar, a festival. */
export interface EventFacts {
  name: string;
  /** ISO 8601: a moment with offset, `2026-11-20T08:30:00+07:00`, or a day. */
  start: string;
  end?: string | undefined;
  /** Where it takes place, in words; the authority's office where nothing is said. */
  place?: string | undefined;
  description?: string | undefined;
  /** The page of the site that tells of it: `/lich/2026/47`. */
  path: string;
  cancelled?: boolean;
}

/** An event as schema.org describes it, for `structuredData` of a page's head. */
export function eventData(site: SiteContent, event: EventFacts): object {
  const { office, address } = site.settings.contact;
  return {
    "@type": "Event",
    name: event.name,
    startDate: event.start,
    ...(event.end === undefined ? {} : { endDate: event.end }),
    ...(event.description === undefined ? {} : { description: event.description }),
    url: absolute(site, event.path),
    inLanguage: site.settings.language,
    eventStatus: `https://schema.org/${event.cancelled ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    location: {
      "@type": "Place",
      name: event.place ?? office,
      ...(event.place === undefined ? { address } : {}),
    },
    organizer: publisher(site),
  };
}
