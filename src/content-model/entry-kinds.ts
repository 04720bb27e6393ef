/** Where the entries of one kind lie, and where readers find them. */
export interface EntryKind {
  /** Their folder below the site's own. */
  folder: string;
  /** In it, each year has a folder of its own. */
  yearly: boolean;
  /** Next year's are written before it begins. */
  ahead?: true;
  /** What stands for the kind in the names of the CMS's collections. */
  collection: string;
  /** The beginning of their addresses, `""` for the site's root; undefined for what has no page of its own. */
  at: string | undefined;
}

/** Every kind of entry that editors write, by its name in code. */
export const entryKinds = {
  news: { folder: "news", yearly: true, collection: "tin", at: "/tin-tuc" },
  page: { folder: "pages", yearly: false, collection: "trang", at: "" },
  ad: { folder: "ads", yearly: false, collection: "quang-cao", at: undefined },
  dossier: { folder: "dossiers", yearly: false, collection: "chuyen-de", at: "/chuyen-de" },
  document: { folder: "documents", yearly: true, collection: "van-ban", at: "/van-ban" },
  piece: { folder: "multimedia", yearly: true, collection: "da-phuong-tien", at: "/da-phuong-tien" },
  unit: { folder: "units", yearly: false, collection: "don-vi", at: "/co-quan" },
  person: { folder: "people", yearly: false, collection: "nhan-su", at: "/lanh-dao" },
  week: { folder: "calendar", yearly: true, ahead: true, collection: "lich", at: "/lich-cong-tac" },
  consultation: { folder: "consultations", yearly: true, collection: "lay-y-kien", at: "/lay-y-kien" },
  gazette: { folder: "gazette", yearly: true, collection: "cong-bao", at: "/cong-bao" },
  question: { folder: "questions", yearly: true, collection: "hoi-dap", at: "/hoi-dap" },
} as const satisfies Record<string, EntryKind>;

export type EntryKindName = keyof typeof entryKinds;

export const entryKindNames = Object.keys(entryKinds) as EntryKindName[];

/** One entry by what its path says; `year` only where the kind has years. */
export interface EntryPlace {
  kind: EntryKindName;
  site: string;
  year?: string;
  slug: string;
}

/** The folder of a kind's entries in the repository. */
export function entryFolder({ kind, site, year }: Omit<EntryPlace, "slug">): string {
  return `content/sites/${site}/${entryKinds[kind].folder}${year === undefined ? "" : `/${year}`}`;
}

/** Where readers find an entry on its site; undefined for a kind that has no pages. */
export function entryAddress({ kind, year, slug }: Omit<EntryPlace, "site">): string | undefined {
  const { at } = entryKinds[kind];
  return at === undefined ? undefined : `${at}${year === undefined ? "" : `/${year}`}/${slug}`;
}

const byFolder = new Map<string, EntryKindName>(
  entryKindNames.map((kind) => [entryKinds[kind].folder, kind]),
);

/** The kind whose entries lie in a folder, if years stand in it as the kind has it. */
export function kindOfFolder(folder: string, year: string | undefined): EntryKindName | undefined {
  const kind = byFolder.get(folder);
  return kind && entryKinds[kind].yearly === (year !== undefined) ? kind : undefined;
}
