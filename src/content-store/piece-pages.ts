import { entryAddress } from "../content-model/entry-kinds.ts";
import { pieceKinds, type PieceKind } from "../content-model/piece.ts";
import type { EntryOf, SiteContent } from "./content.ts";
import { olderListPages } from "./list-pages.ts";

export type PieceEntry = EntryOf<"piece">;

/** The address of all multimedia pieces. */
export const piecesAddress = "/da-phuong-tien";
export const pieceKindAddress = (kind: PieceKind) => `${piecesAddress}/loai/${kind}`;
export const pieceAddress = ({ year, slug }: Pick<PieceEntry, "year" | "slug">): string =>
  entryAddress({ kind: "piece", year, slug }) ?? "";

const ordered = new WeakMap<readonly PieceEntry[], readonly PieceEntry[]>();

/** A site's multimedia pieces, newest first, perhaps of one kind alone. */
export function piecesOf({ entries }: Pick<SiteContent, "entries">, kind?: PieceKind): readonly PieceEntry[] {
  const known = ordered.get(entries.piece) ?? entries.piece.toSorted(newestFirst);
  ordered.set(entries.piece, known);
  return kind === undefined ? known : known.filter(({ data }) => data.kind === kind);
}

/** Four pieces to go on with: the next older ones, and newer ones where those come to an end, so that a new piece changes few pages. */
export function piecesAround(site: Pick<SiteContent, "entries">, piece: PieceEntry): PieceEntry[] {
  const all = piecesOf(site);
  const place = all.indexOf(piece);
  const older = all.slice(place + 1, place + 5);
  return [...older, ...all.slice(0, place).slice(older.length - 4)].slice(0, 4);
}

const newestFirst = (a: PieceEntry, b: PieceEntry) =>
  Date.parse(b.data.date) - Date.parse(a.data.date) || (a.file < b.file ? -1 : 1);

/** The addresses of a site's lists of multimedia pieces. */
export function pieceListPaths(site: SiteContent): string[] {
  if (site.entries.piece.length === 0) return [];
  const kinds = pieceKinds.flatMap(({ id }) => {
    const count = piecesOf(site, id).length;
    const address = pieceKindAddress(id);
    return count === 0 ? [] : [address, ...olderListPages(address, count)];
  });
  return [piecesAddress, ...kinds];
}
