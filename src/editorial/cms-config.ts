import { entryKindNames, entryKinds, type EntryKindName } from "../content-model/entry-kinds.ts";
import type { Portal } from "../content-model/portal.ts";
import type { Section, Site } from "../content-model/site.ts";
import { cmsCollection, type CmsCollection } from "./cms-collection.ts";
import { statusContext } from "./status-context.ts";

export interface CmsConfigOptions {
  portal: Portal;
  sites: ReadonlyMap<string, Site>;
  /** Years for which a site has entries of a kind. */
  years: (site: string, kind: EntryKindName) => readonly string[];
  /** Where CMS, forge and review page are served: `http://127.0.0.1:4300`. */
  origin: string;
  repo: `${string}/${string}`;
  /** The year into which new entries and pictures go: `2026`. */
  currentYear: string;
  /** Towards the end of a year, the next one: kinds that are planned ahead can be written for it already. */
  comingYear?: string | undefined;
  /** Where readers find a site; its own domain if left out. */
  addressOf?: (site: string) => string | undefined;
}

/** What the pages around Decap, and the review page, must know of this newsroom. */
export interface DeskSettings {
  name: string;
  /** Root of the forge's REST API. */
  api: string;
  repo: string;
  /** Where the newsroom answers about all submissions and entries at once; without it, pages ask the forge about each. */
  newsroom?: string;
  /** Where the handbook is read; undefined where no newsroom serves it. */
  handbook?: string;
  /** Address of the sign-in window. */
  signIn: string;
  /** Where a token is handed in to be revoked. */
  signOut: string;
  /** Where an open form is told of, and who else has it open. */
  presence: string;
  sites: DeskSite[];
}

export interface DeskSite {
  id: string;
  name: string;
  shortName: string;
  /** Where readers find it. */
  address: string;
  /** Its leading colour, `#rrggbb`. */
  colour: string;
  sections: Pick<Section, "id" | "name">[];
}

/** Decap's settings, as `CMS.init` takes them, with our own under `cong` (which Decap leaves alone). */
export interface CmsConfig {
  backend: Record<string, unknown>;
  collections: CmsCollection[];
  cong: DeskSettings;
  [setting: string]: unknown;
}

/** The settings of the CMS, derived from the content model and the sites' settings; served as JSON to the editors' browsers. */
export function cmsConfig(options: CmsConfigOptions): CmsConfig {
  const { origin, repo, currentYear } = options;
  const [firstSite] = options.portal.sites;
  return {
    load_config_file: false,
    backend: {
      name: "github",
      repo,
      branch: "main",
      api_root: `${origin}/api/v3`,
      base_url: origin,
      auth_endpoint: "dang-nhap",
      preview_context: statusContext.preview,
      commit_messages: {
        create: "Thêm {{collection}} “{{slug}}”",
        update: "Sửa {{collection}} “{{slug}}”",
        delete: "Xoá {{collection}} “{{slug}}”",
        uploadMedia: "Tải lên “{{path}}”",
        deleteMedia: "Xoá “{{path}}”",
      },
    },
    publish_mode: "editorial_workflow",
    show_preview_links: true,
    // Decap searches by reading every entry and every draft; the newsroom's own page answers from an index.
    search: false,
    locale: "vi",
    slug: { encoding: "ascii", clean_accents: true, sanitize_replacement: "-" },
    // Every collection has its own folder; Decap wants a general one too.
    media_folder: `content/sites/${firstSite ?? ""}/media/${currentYear}`,
    public_folder: `/media/${currentYear}`,
    // No media_processing: given both sides it distorts, given one it enlarges small pictures. Our page resizes before Decap sees a file.
    editor: { preview: true, notes: false },
    collections: collectionsOf(options),
    cong: deskSettings(options),
  };
}

/** Site by site, and in each what editors open every day first: this year's news, the other kinds, then earlier years. */
function collectionsOf({ portal, sites, years, currentYear, comingYear }: CmsConfigOptions): CmsCollection[] {
  const known = portal.sites.flatMap((id) => {
    const site = sites.get(id);
    return site ? [{ id, site }] : [];
  });
  const earlier = (id: string, kind: EntryKindName) =>
    [...new Set(years(id, kind))]
      .filter((year) => year !== currentYear && year !== comingYear)
      .sort((a, b) => b.localeCompare(a));
  const yearlyKinds = entryKindNames.filter((kind) => entryKinds[kind].yearly);
  /** The years of a kind that new entries can be written for. */
  const open = (kind: EntryKindName) => {
    if (!entryKinds[kind].yearly) return [undefined];
    return comingYear !== undefined && "ahead" in entryKinds[kind]
      ? [currentYear, comingYear]
      : [currentYear];
  };
  return known.flatMap(({ id, site }) => [
    ...entryKindNames.flatMap((kind) =>
      open(kind).map((year) =>
        cmsCollection({ kind, site: id, ...(year === undefined ? {} : { year }) }, site, year ?? currentYear),
      ),
    ),
    ...yearlyKinds.flatMap((kind) =>
      earlier(id, kind).map((year) => cmsCollection({ kind, site: id, year }, site, currentYear)),
    ),
  ]);
}

function deskSettings({ portal, sites, origin, repo, addressOf }: CmsConfigOptions): DeskSettings {
  return {
    name: portal.name,
    api: `${origin}/api/v3`,
    repo,
    newsroom: `${origin}/desk`,
    handbook: `${origin}/so-tay/`,
    signIn: `${origin}/dang-nhap`,
    signOut: `${origin}/dang-xuat`,
    presence: `${origin}/desk/presence`,
    sites: portal.sites.flatMap((id) => {
      const site = sites.get(id);
      if (!site) return [];
      return [
        {
          id,
          name: site.name,
          shortName: site.shortName,
          address: addressOf?.(id) ?? `https://${site.domain}`,
          colour: site.theme.primary,
          sections: site.sections.map((section) => ({ id: section.id, name: section.name })),
        },
      ];
    }),
  };
}
