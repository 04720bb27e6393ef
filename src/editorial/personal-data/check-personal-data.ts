import { createHash } from "node:crypto";
import type { EntryPlace } from "../../content-model/entry-kinds.ts";
import type { Finding } from "../finding.ts";
import type { Prose } from "../prose.ts";
import { findPersonalData, type PersonalData, type PersonalDataKind } from "./find-personal-data.ts";

/** Private facts in what an entry says: they are published only where an approver says in writing why. */
export function checkPersonalData(file: string, place: EntryPlace, prose: readonly Prose[]): Finding[] {
  const isDirectory = place.kind === "page" && /lien-he|danh-ba|duong-day-nong|dau-moi/.test(place.slug);
  return prose.flatMap(({ field, label, text }) =>
    findingsOn(
      file,
      findPersonalData(text).filter(({ kind }) => !isDirectory || !reachable.has(kind)),
    ).map((finding) => ({
      ...finding,
      field,
      label,
    })),
  );
}

/** How people are reached, as a page of contacts is there to say. */
const reachable: ReadonlySet<PersonalDataKind> = new Set(["mobile", "mail"]);

/** Private facts inside a PDF, Word or Excel file. Who to call about it stands in every official document. */
export function checkPersonalDataInside(file: string, text: string): Finding[] {
  return findingsOn(
    file,
    findPersonalData(text).filter(({ kind }) => !reachable.has(kind)),
  );
}

/** Facts that are told one by one; more of a kind are told as one. */
const toldApart = 3;

function findingsOn(file: string, found: readonly PersonalData[]): Finding[] {
  const unique = [...new Map(found.map((one) => [`${one.kind} ${one.value}`, one])).values()];
  const kinds = [...new Set(unique.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const some = unique.filter((one) => one.kind === kind);
    return some.length <= toldApart
      ? some.map((one) => finding(file, kind, [one]))
      : [finding(file, kind, some)];
  });
}

const names: Record<PersonalDataKind, string> = {
  identity: "số căn cước, CMND",
  passport: "số hộ chiếu",
  mobile: "số di động",
  account: "số tài khoản",
  mail: "địa chỉ thư",
};

function finding(file: string, kind: PersonalDataKind, some: readonly PersonalData[]): Finding {
  const shown = some
    .slice(0, toldApart)
    .map(({ written }) => masked(written))
    .join(", ");
  const count = some.length > 1 ? `${String(some.length)} ` : "";
  return {
    level: "block",
    file,
    message: `Có ${count}${names[kind]} riêng của người dân: ${shown}${some.length > toldApart ? "…" : ""}.`,
    remedy: `Xoá hoặc che bớt (ví dụ ${masked(some[0]?.written ?? "")}). Nếu cần đăng, như số quỹ cứu trợ, người duyệt ghi lý do ở trang duyệt bài.`,
    waiver: waiverKey(
      file,
      kind,
      some.map(({ value }) => value),
    ),
  };
}

/** Enough to find the place by, too little to learn it from: findings go into comments and mails. */
function masked(written: string): string {
  if (written.includes("@")) return written.replace(/^(.{1,3})[^@]*/, "$1…");
  const shown = [...written.matchAll(/[\dA-Z]/g)].map(({ index }) => index);
  const hidden = new Set(shown.slice(4, -2));
  return Array.from(written, (letter, at) => (hidden.has(at) ? "x" : letter)).join("");
}

/** Names the very facts in this very file: any other number there needs a word of its own. */
function waiverKey(file: string, kind: PersonalDataKind, values: readonly string[]): string {
  const said = [file, kind, ...[...values].sort()].join("\0");
  return createHash("sha256").update(said).digest("hex").slice(0, 24);
}
