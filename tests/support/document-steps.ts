import { documentSlug } from "../../src/content-model/document-number.ts";
import { documentSchema } from "../../src/content-model/document.ts";
import { formatEntry, parseEntry } from "../../src/content-model/entry-file.ts";

/** What the steps of a history need of it. */
export interface HistoryHands {
  paths: (pattern: RegExp) => string[];
  pick: <Item>(items: readonly Item[]) => Item;
  below: (limit: number) => number;
  text: (path: string) => string;
  count: () => number;
}

type Changes = Map<string, Buffer | null>;

const documents = /\/documents\/\d{4}\/.+\.md$/;

/** Steps of a history in which official documents come, change, go and are named by articles. */
export function documentSteps({
  paths,
  pick,
  below,
  text,
  count,
}: HistoryHands): Record<string, () => Changes> {
  const read = (path: string) => {
    const entry = parseEntry(documentSchema, text(path));
    if (!entry.ok) throw new Error(`${path}: ${JSON.stringify(entry.problems)}`);
    return entry;
  };
  const edited = (change: (data: Record<string, unknown>) => void): Changes => {
    const path = pick(paths(documents));
    const { data, body } = read(path);
    const changed: Record<string, unknown> = { ...data };
    change(changed);
    return new Map([[path, Buffer.from(formatEntry(changed, body))]]);
  };
  const someNumber = () => read(pick(paths(documents))).data.number;
  return {
    "a new document": () => {
      const site = pick(["tinh", "so-nong-nghiep"]);
      const year = String(2023 + below(4));
      // A number alone begins anew each year: sometimes it is one that another year has.
      const number = below(3) === 0 ? someNumber() : `${String(2000 + count())}/${year}/QĐ-UBND`;
      const data = {
        number,
        type: pick(["quyet-dinh", "cong-van", "quy-che"]),
        issuer: "Ủy ban nhân dân tỉnh",
        excerpt: `Trích yếu của văn bản thử số ${String(count())}`,
        signerTitle: "Chủ tịch",
        issuedOn: `${year}-0${String(1 + below(9))}-15`,
        field: "dat-dai",
        ...(below(2) ? { replaces: [someNumber()] } : {}),
      };
      const path = `content/sites/${site}/documents/${year}/${documentSlug(number)}.md`;
      return new Map([[path, Buffer.from(formatEntry(data, ""))]]);
    },
    "an edited document": () =>
      edited((data) => void (data["excerpt"] = `Trích yếu sửa lần ${String(count())}`)),
    "another relation of documents": () => edited((data) => void (data["replacedBy"] = [someNumber()])),
    "a document whose validity turns soon": () =>
      edited((data) => {
        const day = "2026-11-" + String(21 + below(9));
        Object.assign(data, pick([{ expiredOn: "2026-12-31", partlyExpiredOn: day }, { expiredOn: day }]));
        data["issuedOn"] = String(data["issuedOn"]) > day ? day : data["issuedOn"];
        data["effectiveFrom"] = data["issuedOn"];
      }),
    "a document that gives guidance": () => edited((data) => void (data["guides"] = [someNumber()])),
    "a document of another authority": () =>
      edited((data) => void (data["issuer"] = pick(["Sở Xây dựng", "Ủy ban nhân dân tỉnh", "SỞ XÂY DỰNG"]))),
    "a document that was elsewhere": () =>
      edited((data) => void (data["formerAddresses"] = [`/van-ban/2019/so-cu-${String(count())}`])),
    "a withdrawn document": () =>
      edited(
        (data) => void Object.assign(data, { withdrawn: true, withdrawnReason: "Đăng nhầm bản dự thảo." }),
      ),
    "a document put back": () => edited((data) => void (data["withdrawn"] = false)),
    "a removed document": () => new Map([[pick(paths(documents)), null]]),
    "an article that names a document": () => {
      const path = pick(paths(/\/news\/\d{4}\/.+\.md$/));
      const place = pick(paths(documents))
        .replace(/^.*\/documents\//, "")
        .replace(/\.md$/, "");
      const words = below(2) ? `[văn bản](/van-ban/${place})` : `Văn bản số ${someNumber()}`;
      return new Map([[path, Buffer.from(`${text(path).trim()}\n\n${words} nói rõ điều này.\n`)]]);
    },
    "another file under the same name": () =>
      new Map([
        [
          pick(paths(/\/media\/.+\.pdf$/)),
          Buffer.from(`%PDF-1.7\n${"văn bản ".repeat(below(500))}\n%%EOF\n`),
        ],
      ]),
  };
}
