import type { DocumentType } from "../content-model/document-types.ts";
import { documentTypes } from "../content-model/document-types.ts";
import { fold } from "../content-model/fold.ts";
import { remembered } from "../foundation/remembered.ts";

/** The type by its name, its usual abbreviation, or else by the document's own symbol. */
export function typeOf(written: string, number: string): string | undefined {
  if (written !== "")
    return known(documentTypes, written) ?? abbreviations[fold(written).replace(/[^a-z]/g, "")];
  return symbolType(number);
}

/** The type that a document's symbol tells; undefined where it tells none, as those of letters. */
export function symbolType(number: string): string | undefined {
  const [, symbol = ""] = /^\d+[A-Z]?(?:\/\d{4})?\/([A-ZĐ]+r?)-/u.exec(number) ?? [];
  return abbreviations[foldedSymbol(symbol)];
}

const foldedSymbol = remembered(fold);

/** Decree 30/2020, annex III. */
const abbreviations: Readonly<Record<string, string>> = {
  nq: "nghi-quyet",
  qd: "quyet-dinh",
  ct: "chi-thi",
  kh: "ke-hoach",
  cv: "cong-van",
  cd: "cong-dien",
  tb: "thong-bao",
  hd: "huong-dan",
  bc: "bao-cao",
  ttr: "to-trinh",
  ctr: "chuong-trinh",
  da: "de-an",
  pa: "phuong-an",
  qc: "quy-che",
  qyd: "quy-dinh",
  tc: "thong-cao",
  gm: "giay-moi",
  nd: "nghi-dinh",
  tt: "thong-tu",
};

export function known(list: readonly DocumentType[], written: string): string | undefined {
  if (written === "") return undefined;
  const names =
    namesOf.get(list) ??
    new Map(
      list.flatMap(({ id, name }) => [
        [plain(name), id],
        [plain(id), id],
      ]),
    );
  namesOf.set(list, names);
  return names.get(plain(written));
}

const namesOf = new Map<readonly DocumentType[], ReadonlyMap<string, string>>();

/** A name without accents, signs, and what lists add to it: «Quyết định (cá biệt)». */
const plain = remembered((text): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/ (?:ca biet|quy pham phap luat|qppl)$/, ""),
);
