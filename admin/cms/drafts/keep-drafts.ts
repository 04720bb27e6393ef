import { z } from "zod";
import type { EntryPlace } from "../../../src/editorial/collection-name.ts";
import type { DecapStore, DraftState } from "../decap-state.ts";
import type { ImmutableMap } from "../decap.ts";
import { placeOf } from "../entry-place.ts";
import { writtenHere } from "../requests.ts";
import { holdPicture } from "../uploads.ts";
import type { Library } from "../word-import.ts";
import { blobId } from "./blob-id.ts";
import { restoreDraft } from "./draft-reducer.ts";
import type { DraftFile, DraftRecord, DraftRecords } from "./draft-records.ts";
import type { OwnTab } from "./own-tab.ts";
import { holdsWords } from "./words.ts";

/** Sent on `window` when what is kept may have changed, or another form is open. */
export const draftsChanged = "cong:drafts-changed";

/** How soon after a keystroke it is written down, in milliseconds. */
const pause = 300;

/** The form that is open, as far as a kept draft is compared with it. */
export interface OpenForm extends EntryPlace {
  data: Record<string, unknown>;
}

/** A draft that was not saved, to be offered to whoever wrote it. */
export interface DraftOffer extends DraftRecord {
  /** Whether the entry was changed by someone else after the draft was begun; unknown until its form is open. */
  stale: boolean;
}

export interface DraftKeeper {
  /** Drafts of this person that no open tab is writing on, the latest first. */
  offers: (login: string) => Promise<DraftOffer[]>;
  /** The open form; undefined while none is, or it is still being filled. */
  form: () => OpenForm | undefined;
  /** Whether the open form has what is not saved. */
  hasChanges: () => boolean;
  /** Puts a kept draft into its form. */
  restore: (offer: DraftOffer) => Promise<void>;
  drop: (id: string) => Promise<void>;
  /** Puts text and files that come from elsewhere into the open form, as unsaved changes. */
  bringIn: (data: Record<string, unknown>, files: readonly { path: string; file: File }[]) => void;
  /** Where the open form's pictures go. */
  library: () => Library | undefined;
  /** Whether the browser took what was last written down: its storage may be full or closed. */
  works: () => boolean;
}

/** Writes down what is typed into forms as it is typed, until it is saved on the server. */
export function keepDrafts(
  store: DecapStore,
  {
    tab,
    records,
    login,
    page,
  }: { tab: OwnTab; records: DraftRecords; login: () => string | undefined; page: Window },
): DraftKeeper {
  /** The draft that the open form is kept as; it gets an id with its first change. */
  let current: { id: string | undefined; form: unknown; filled: ImmutableMap | undefined };
  let seen: DraftState | undefined;
  let written: unknown;
  /** Files that are kept already, by draft and path. */
  const keptFiles = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  let works = true;

  const begin = (draft: DraftState) => {
    current = { id: undefined, form: draft.get("key"), filled: dataOf(draft) };
  };
  /** The form goes on with a draft that is kept already. */
  const takeUp = (draft: DraftState, id: string | undefined) => {
    current = { id, form: draft.get("key"), filled: undefined };
    written = undefined;
  };
  begin((seen = store.getState().entryDraft));
  store.subscribe(look);
  page.addEventListener("pagehide", () => void write());
  page.document.addEventListener("visibilitychange", () => void write());

  function look(): void {
    const draft = store.getState().entryDraft;
    if (draft === seen) return;
    const before = seen;
    seen = draft;
    if (draft.get("key") !== current.form) {
      // What was typed during a save is in the form that the save filled anew.
      const goesOn = draft.get("hasChanged") === true && dataOf(draft) === (before && dataOf(before));
      if (goesOn) takeUp(draft, current.id);
      else begin(draft);
      tell();
    }
    if (draft.get("hasChanged") === true) {
      timer ??= setTimeout(() => void write(), pause);
    } else if (current.id !== undefined && before?.get("hasChanged") === true) {
      const { id } = current;
      current.id = undefined;
      void drop(id);
    }
  }

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const draft = store.getState().entryDraft;
    const entry = draft.get("entry") as ImmutableMap | undefined;
    const data = dataOf(draft);
    const place = entry && placeOf(entry);
    const who = login();
    if (!place || !data || draft.get("hasChanged") !== true || who === undefined) return;
    const files = draftFiles(entry);
    if (data === current.filled && files.length === 0) return;
    const isKept = ({ path }: { path: string }) => keptFiles.has(`${current.id ?? ""} ${path}`);
    if (data === written && files.every(isKept)) return;
    const isNew = place.slug === "";
    const plain = data.toJS() as Record<string, unknown>;
    if (isNew && files.length === 0 && !holdsWords(changedIn(plain, current.filled))) return;
    const id = (current.id ??= crypto.randomUUID());
    written = data;
    const fresh = files.filter(({ path }) => !keptFiles.has(`${id} ${path}`));
    const putting = records.put(
      {
        id,
        tab: tab.id,
        login: who,
        ...place,
        loaded: isNew ? "" : rawOf(entry),
        wrote: writtenHere(),
        data: plain,
        at: new Date().toISOString(),
      },
      fresh.map((file) => ({ ...file, draft: id })),
    );
    const worked = await putting.then(
      () => true,
      () => false,
    );
    if (worked) for (const { path } of fresh) keptFiles.add(`${id} ${path}`);
    if (worked !== works) {
      works = worked;
      tell();
    }
  }

  async function offers(who: string): Promise<DraftOffer[]> {
    const [all, open] = await Promise.all([records.list(who), tab.open()]);
    const free = all.filter((record) =>
      record.tab === tab.id ? record.id !== current.id : !open.has(record.tab),
    );
    return Promise.all(free.map(async (record) => ({ ...record, stale: await isStale(record) })));
  }

  /** Whether the open form was filled from what neither the draft was begun on nor its own tab saved. */
  async function isStale({ loaded, wrote, collection, slug }: DraftRecord): Promise<boolean> {
    const entry = store.getState().entryDraft.get("entry") as ImmutableMap | undefined;
    if (!entry || slug === "" || entry.get("collection") !== collection || entry.get("slug") !== slug)
      return false;
    const raw = rawOf(entry);
    return raw !== loaded && !wrote.includes(await blobId(raw));
  }

  async function restore(offer: DraftOffer): Promise<void> {
    const files = await records.files(offer.id);
    await write();
    for (const { path } of files) keptFiles.add(`${offer.id} ${path}`);
    fill(offer.id, offer.data, files, offer.stale ? offer.loaded : undefined);
  }

  /** Puts these fields and files into the open form, which goes on as the draft of this id. */
  function fill(
    id: string | undefined,
    data: Record<string, unknown>,
    files: readonly Omit<DraftFile, "draft">[],
    raw?: string,
  ): void {
    const entry = store.getState().entryDraft.get("entry") as ImmutableMap;
    const plain = entry.toJS() as Record<string, unknown> & { mediaFiles?: { path: string }[] };
    const fresh = files.map(restored);
    const paths = new Set(fresh.map(({ path }) => path));
    const action = restoreDraft({
      ...plain,
      data,
      // A stale draft keeps the version it was begun on, so that a save of it is stopped.
      ...(raw === undefined ? {} : { raw }),
      mediaFiles: [...fresh, ...(plain.mediaFiles ?? []).filter(({ path }) => !paths.has(path))],
    });
    store.dispatch(action);
    takeUp((seen = store.getState().entryDraft), id);
    void write().then(tell);
  }

  async function drop(id: string): Promise<void> {
    await records.drop(id);
    tell();
  }

  const tell = () => page.dispatchEvent(new Event(draftsChanged));

  return {
    offers,
    restore,
    drop,
    works: () => works,
    bringIn(data, files) {
      const now = dataOf(store.getState().entryDraft)?.toJS() as Record<string, unknown>;
      const about = files.map(({ path, file }) => ({ path, file, about: { id: path, size: file.size } }));
      fill(current.id, { ...now, ...data }, about);
    },
    library() {
      const { entryDraft, collections } = store.getState();
      const name = entryDraft.getIn(["entry", "collection"]);
      const setting = (key: string) => collections.getIn([String(name), key]);
      const [folder, address] = [setting("media_folder"), setting("public_folder")];
      if (typeof folder !== "string" || typeof address !== "string") return undefined;
      return { folder: folder.replace(/^\//, ""), address };
    },
    hasChanges: () => store.getState().entryDraft.get("hasChanged") === true,
    form() {
      const draft = store.getState().entryDraft;
      const entry = draft.get("entry") as ImmutableMap | undefined;
      const data = dataOf(draft);
      const place = entry && placeOf(entry);
      if (!place || !data || !draft.get("key")) return undefined;
      return { ...place, data: data.toJS() as Record<string, unknown> };
    },
  };
}

/** The fields that are not as the form filled them itself. */
function changedIn(data: Record<string, unknown>, filled: ImmutableMap | undefined): Record<string, unknown> {
  const before = (filled?.toJS() ?? {}) as Record<string, unknown>;
  const isChanged = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before[name]);
  return Object.fromEntries(Object.entries(data).filter(isChanged));
}

const dataOf = (draft: DraftState) => draft.getIn(["entry", "data"]) as ImmutableMap | undefined;

const rawOf = (entry: ImmutableMap) => {
  const raw = entry.get("raw");
  return typeof raw === "string" ? raw : "";
};

/** The files that were uploaded into a form and are not on the server. */
function draftFiles(entry: ImmutableMap): Omit<DraftFile, "draft">[] {
  // Decap holds the whole library of the folder beside them.
  const all = entry.get("mediaFiles") as Files | undefined;
  return draftFile
    .array()
    .parse(all?.filter((file) => file.get("draft") === true).toJS() ?? [])
    .flatMap(({ path, file, ...about }) => (file ? [{ path, file, about }] : []));
}

interface Files {
  filter: (test: (file: ImmutableMap) => boolean) => Pick<ImmutableMap, "toJS">;
}

/** What Decap holds of a file that is not on the server. */
const draftFile = z.object({
  path: z.string(),
  file: z.instanceof(Blob).optional(),
  id: z.string().optional(),
  size: z.number().optional(),
  field: z.unknown().optional(),
});

/** A kept file as Decap holds one that was just uploaded. */
function restored({ path, file, about }: Omit<DraftFile, "draft">) {
  const name = path.split("/").at(-1) ?? path;
  const url = holdPicture(name, file);
  return { ...about, path, name, file, url, displayURL: url, draft: true };
}
