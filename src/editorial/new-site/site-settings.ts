import { Document } from "yaml";
import type { z } from "zod";
import { contrast, readableOn } from "../../content-model/contrast.ts";
import type { Site, siteSchema } from "../../content-model/site.ts";
import { slugOf } from "../../content-model/slug.ts";
import type { SiteRequest } from "./site-request.ts";

/** Settings as they are written in `site.yaml`, before they are checked. */
export type DraftSite = z.input<typeof siteSchema>;

/** What a department has news about. */
const usualSections = [
  { name: "Tin hoạt động", description: "Hoạt động của cơ quan và của ngành" },
  { name: "Chỉ đạo điều hành", description: "Ý kiến chỉ đạo, kế hoạch và kết quả thực hiện" },
  { name: "Cải cách hành chính", description: "Thủ tục hành chính, dịch vụ công và chuyển đổi số" },
  { name: "Phổ biến pháp luật", description: "Quy định mới và giải đáp cho người dân, doanh nghiệp" },
  { name: "Thông báo", description: "Thông báo của cơ quan" },
];

/** Leading colours that can be read on white, one after the other for sites that name none. */
const usualColours = ["#0b5c8a", "#5b3a8c", "#0f6b66", "#8a2455", "#7a4b12", "#1f4e9c"];
const usualAccent = "#a66a00";

/** The settings of a new site; what the request leaves out comes from its name and from the province portal. */
export function draftSite(request: SiteRequest, province: Site, others: readonly Site[]): DraftSite {
  const { id, name } = request;
  const host = id.replaceAll("-", "");
  const sections = request.sections.map((section) => ({ id: slugOf(section), name: section.trim() }));
  return {
    kind: "department",
    name: fullName(name, province),
    shortName: name,
    authority: request.authority ?? province.authority ?? province.name,
    ...(request.tagline ? { tagline: request.tagline } : {}),
    domain: request.domain ?? `${host}.${province.domain}`,
    language: "vi",
    theme: { primary: request.primary ?? unusedColour(others), accent: request.accent ?? usualAccent },
    sections:
      sections.length > 0
        ? sections
        : usualSections.map((section) => ({ id: slugOf(section.name), ...section })),
    menu: [
      { label: "Giới thiệu", address: "/gioi-thieu" },
      { label: "Tin tức", address: "/tin-tuc" },
      { label: "Cơ cấu tổ chức", address: "/co-cau-to-chuc" },
      ...(sections.length === 0 ? [{ label: "Thông báo", address: "/chuyen-muc/thong-bao" }] : []),
      { label: "Liên hệ", address: "/lien-he" },
    ],
    links: province.links.slice(0, 1),
    contact: {
      office: request.office ?? `Văn phòng ${name}`,
      address: request.address ?? "",
      phone: request.phone ?? "",
      email: request.email ?? `${host}@${province.domain}`,
      responsible: request.responsible ?? `Chánh Văn phòng ${name}`,
    },
  };
}

/** The settings as a file. */
export function siteFile(site: DraftSite): string {
  const document = new Document(site);
  document.commentBefore = ` The component site «${site.shortName}». Changing this file needs an operator's approval.`;
  return document.toString({ lineWidth: 0 });
}

/** Why readers would not see these colours as they were chosen: the pages darken what cannot be read on white. */
export function colourProblems({ primary, accent }: DraftSite["theme"]): string[] {
  return [
    ...tooPale("--primary", primary, 4.5, "links and the header are read in it"),
    ...tooPale("--accent", accent, 3, "lines and marks are drawn in it"),
  ];
}

function tooPale(option: string, colour: string, least: number, use: string): string[] {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return [];
  const found = contrast(colour, "#ffffff");
  if (found >= least) return [];
  const near = readableOn(["#ffffff"], colour, least);
  return [
    `${option} ${colour}: contrast ${found.toFixed(1)} to 1 with white, at least ${least} is needed (${use}); ${near} would do.`,
  ];
}

function fullName(name: string, province: Site): string {
  const place = province.shortName.replace(/^(?:Tỉnh|Thành phố)/, (word) => word.toLowerCase());
  return name.toLowerCase().includes(place.toLowerCase()) ? name : `${name} ${place}`;
}

function unusedColour(others: readonly Site[]): string {
  const used = new Set(others.map(({ theme }) => theme.primary.toLowerCase()));
  return usualColours.find((colour) => !used.has(colour)) ?? "#0b5c8a";
}
