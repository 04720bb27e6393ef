import { z } from "zod";
import { readEntryPath } from "../content-model/content-path.ts";
import { readLoosely } from "../content-model/entry-file.ts";
import { isImportPlace } from "../content-model/import-places.ts";
import { sideBySide } from "../foundation/side-by-side.ts";
import type { Repository } from "../git/repository.ts";
import type { ImportStore } from "./import-store.ts";
import { numberKey } from "./judge-document.ts";

/** A document on main, as the importer must know it. */
export interface KnownDocument {
  path: string;
  oid: string;
  /** The source that it was imported from; `""` for one that a person entered. */
  source: string;
  record: string;
  digest: string;
  numberKey: string;
  withdrawn: boolean;
  /** When its source changed it, in UTC; `""` where that is not known. */
  changed: string;
}

/** What main holds of documents and cases at one commit. */
export interface MainIndex {
  commit: string;
  /** The documents of a site. */
  documents(site: string): KnownDocument[];
  /** The blob id of a case's file; undefined where there is none. */
  caseOid(path: string): string | undefined;
}

const row = z
  .object({
    path: z.string(),
    oid: z.string(),
    source: z.string(),
    record: z.string(),
    digest: z.string(),
    number_key: z.string(),
    withdrawn: z.number(),
    changed: z.string(),
  })
  .transform(({ number_key: key, withdrawn, ...rest }): KnownDocument => ({
    ...rest,
    numberKey: key,
    withdrawn: withdrawn === 1,
  }));
const oidRow = z.object({ oid: z.string() });

/** The name under which the index keeps up to which commit it knows main. */
const upTo = "up-to/3";

/** Brings the index up to a commit of main: only files that changed since are read; all of them where it is new or lost. */
export async function indexMain(
  repository: Repository,
  store: ImportStore,
  commit: string,
): Promise<MainIndex> {
  const { database } = store;
  const last = store.mark("", upTo);
  if (last !== commit) {
    const known =
      last !== "" &&
      (await repository.resolve(last)) !== undefined &&
      (await repository.isAncestor(last, commit));
    const files = known
      ? (await repository.changedFiles(last, commit)).map(({ path, oid }) => ({ path, oid }))
      : await wholeTree(repository, commit);
    const read = await sideBySide(
      files.filter(({ path }) => isOurs(path)),
      64,
      async ({ path, oid }) => ({
        path,
        oid,
        known: oid === undefined || isCase(path) ? undefined : await readKnown(repository, path, oid),
      }),
    );
    database.transaction(() => {
      if (!known) for (const table of ["documents", "cases"]) database.run(`DELETE FROM ${table}`);
      for (const { path, oid, known: document } of read) {
        const table = isCase(path) ? "cases" : "documents";
        if (oid === undefined) database.run(`DELETE FROM ${table} WHERE path = ?`, path);
        else if (isCase(path))
          database.run("INSERT OR REPLACE INTO cases (path, oid) VALUES (?, ?)", path, oid);
        else if (document)
          database.run(
            `INSERT OR REPLACE INTO documents (path, oid, source, record, digest, number_key, withdrawn, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
            ...[
              path,
              oid,
              document.source,
              document.record,
              document.digest,
              document.numberKey,
              Number(document.withdrawn),
              document.changed,
            ],
          );
      }
      store.keepMark("", upTo, commit);
    });
  }
  return {
    commit,
    documents: (site) =>
      database.all(row, "SELECT * FROM documents WHERE path GLOB ?", `content/sites/${site}/documents/*`),
    caseOid: (path) => database.one(oidRow, "SELECT oid FROM cases WHERE path = ?", path)?.oid,
  };
}

const isCase = (path: string) => path.startsWith("content/cases/");
const isOurs = (path: string) =>
  (isCase(path) && isImportPlace(path)) || readEntryPath(path)?.kind === "document";

async function wholeTree(
  repository: Repository,
  commit: string,
): Promise<{ path: string; oid: string | undefined }[]> {
  const entries = await repository.listTree(commit, { path: "content", recursive: true });
  return entries.filter(({ type }) => type === "blob").map(({ path, oid }) => ({ path, oid }));
}

const sourceShape = z.object({
  from: z.string(),
  id: z.string(),
  digest: z.string(),
  changed: z.string().default(""),
});

async function readKnown(repository: Repository, path: string, oid: string): Promise<KnownDocument> {
  const { data } = readLoosely((await repository.readObject(oid)).data.toString("utf8"));
  const { success, data: source } = sourceShape.safeParse(data["source"]);
  return {
    path,
    oid,
    source: success ? source.from : "",
    record: success ? source.id : "",
    digest: success ? source.digest : "",
    numberKey: numberKey(data),
    withdrawn: data["withdrawn"] === true,
    changed: success ? source.changed : "",
  };
}
