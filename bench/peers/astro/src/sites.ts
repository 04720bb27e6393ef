import data from "../sites.json";

interface Link {
  label: string;
  address: string;
}

export interface Ad {
  target: string;
  title: string;
  picture?: { src: string; srcset?: string; width: number; height: number; alt: string };
}

/** What stands around the pages of a site. */
export interface Frame {
  origin: string;
  themeColour: string;
  site: {
    name: string;
    shortName: string;
    authority?: string;
    contact: {
      office: string;
      address: string;
      phone: string;
      email: string;
      responsible: string;
      licence?: string;
    };
    tagline?: string;
  };
  language: string;
  languages: { language: string; label: string; address: string }[];
  urgent: { title: string; address: string }[];
  /** The authority as schema.org describes it. */
  publisher: object;
  allSections: { id: string; name: string; description?: string }[];
  years: string[];
  /** Kinds of entries besides news and static pages, by the address of their list. */
  kinds: { at: string; title: string }[];
  menu: Link[];
  sections: Link[];
  pages: Link[];
  otherSites: { heading: string; links: Link[] };
  ads: Ad[];
  sideAds: Ad[];
}

export const sites = data as unknown as Record<string, Frame>;

export function frameOf(site: string): Frame {
  const frame = sites[site];
  if (!frame) throw new Error(`No site ${site}.`);
  return frame;
}

/** The address of a page inside its site, as links have it. */
export const addressIn = (site: string, url: string): string => `${url.slice(site.length + 1)}/`;
