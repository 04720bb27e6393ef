import type { OfficialDocument } from "../../src/content-model/document.ts";
import { documentSlug } from "../../src/content-model/document-number.ts";
import type { DocumentEntry, SiteContent } from "../../src/content-store/content.ts";
import { aRandom } from "../../bench/random.ts";
import { aSiteContent } from "./content.ts";

/** An official document as content-store hands it on. */
export function aDocument(
  number: string,
  issuedOn: string,
  changes: Partial<OfficialDocument> = {},
): DocumentEntry {
  const [slug, year] = [documentSlug(number), issuedOn.slice(0, 4)];
  return {
    file: `content/sites/tinh/documents/${year}/${slug}.md`,
    oid: "0",
    slug,
    year,
    data: {
      number,
      type: "quyet-dinh",
      issuer: "Ủy ban nhân dân tỉnh Sông Mây",
      excerpt: `Trích yếu của ${number}`,
      signerTitle: "Chủ tịch",
      issuedOn,
      field: "dat-dai",
      ...changes,
    },
    media: [],
    record: undefined,
  };
}

/** A site with these documents and nothing else. */
export const aRegister = (...document: readonly DocumentEntry[]): SiteContent => aRegisterOf(document);

export const aRegisterOf = (document: readonly DocumentEntry[]): SiteContent =>
  aSiteContent({ entries: { document } });

const types = [
  ["quyet-dinh", "QĐ"],
  ["ke-hoach", "KH"],
  ["thong-bao", "TB"],
  ["cong-van", undefined],
  ["nghi-quyet", "NQ"],
  ["to-trinh", "TTr"],
] as const;
const offices = [
  "UBND",
  "HĐND",
  "SNNMT",
  "SGD&ĐT",
  "STC",
  "SNV",
  "SYT",
  "SXD",
  "SKHCN",
  "STP",
  "BQLKKT",
  "VPUB",
];
const wards = 50;
const subjects = [
  "Về việc phê duyệt phương án bồi thường, hỗ trợ, tái định cư dự án đường ven sông",
  "Ban hành Quy chế phối hợp quản lý, khai thác hệ thống thông tin một cửa điện tử",
  "Triển khai công tác phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn",
  "Về việc công bố danh mục thủ tục hành chính được sửa đổi, bổ sung thuộc lĩnh vực",
  "Về việc giao chỉ tiêu biên chế, số lượng người làm việc của các đơn vị sự nghiệp",
  "Kết luận của đồng chí Phó Chủ tịch tại cuộc họp giao ban về tiến độ giải ngân",
];

/** So many documents of twenty years, numbered as offices do: anew each year, each type and each office for itself. */
export function manyDocuments(count: number, seed = 1): DocumentEntry[] {
  const random = aRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const last = new Map<string, number>();
  return Array.from({ length: count }, (_, index) => {
    const year = String(2007 + Math.floor((index * 20) / count));
    const [type, letters] = pick(types);
    // Half of all comes from the first offices; communes issue the rest.
    const office = random() < 0.6 ? pick(offices) : `UBND${String(1 + Math.floor(random() * wards))}`;
    const series = `${year} ${type} ${office}`;
    const next = (last.get(series) ?? 0) + 1;
    last.set(series, next);
    const symbol =
      letters === undefined ? `${office}-${pick(["KT", "NC", "VX", "TH"])}` : `${letters}-${office}`;
    const number =
      type === "quyet-dinh" && random() < 0.2
        ? `${String(next)}/${year}/${symbol}`
        : `${String(next)}/${symbol}`;
    const two = (most: number) => String(1 + Math.floor(random() * most)).padStart(2, "0");
    return aDocument(number, `${year}-${two(12)}-${two(28)}`, {
      type,
      issuer: `Cơ quan ${office} tỉnh Sông Mây`,
      excerpt: `${pick(subjects)} ${pick(subjects).toLowerCase()} số ${String(index)}`,
    });
  });
}
