import { entryKinds } from "../../content-model/entry-kinds.ts";
import { sectionAddress } from "../../content-store/addresses.ts";
import type { Content, ListedKind, SiteContent } from "../../content-store/content.ts";
import { documentIndex } from "../../content-store/document-index.ts";
import { documentsAddress, documentYearAddress } from "../../content-store/document-pages.ts";
import { pieceKinds } from "../../content-model/piece.ts";
import { pieceKindAddress, piecesOf } from "../../content-store/piece-pages.ts";
import { archiveYears, yearAddress } from "../../content-store/news-months.ts";
import { tagsAddress } from "../../content-store/tags.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { linksLink } from "./links-page.ts";
import { organisationLinks } from "./organisation-links.ts";

/** The map of a site for people: every list and page there is. */
export interface SiteMapPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  groups: SiteMapGroup[];
}

export interface SiteMapGroup {
  heading: string;
  links: Link[];
}

export const siteMapLink: Link = { label: "Sơ đồ trang", address: "/so-do-trang" };

/** The page at `/so-do-trang`. */
export function siteMapPage(content: Content, site: SiteContent): SiteMapPage {
  const { label, address } = siteMapLink;
  const frame = frameOf(content, site, address);
  return {
    head: documentHead(site, address, label, {
      structuredData: [breadcrumbList(site, [homeLink, siteMapLink])],
    }),
    frame,
    crumbs: [homeLink],
    groups: [...ownGroups(site), frame.otherSites].filter(({ links }) => links.length > 0),
  };
}

function documentLinks(site: SiteContent): Link[] {
  const { byYear } = documentIndex(site);
  if (byYear.size === 0) return [];
  return [
    { label: "Tất cả văn bản", address: documentsAddress },
    ...[...byYear.keys()].map((year) => ({
      label: `Văn bản năm ${year}`,
      address: documentYearAddress(year),
    })),
  ];
}

/** What readers call the kinds of entries that have a first page of their own. */
const kindNames: Partial<Record<ListedKind, string>> = {
  dossier: "Chuyên đề",
  week: "Lịch công tác",
  question: "Hỏi đáp",
};

function kindLinks({ entries }: SiteContent): Link[] {
  return (Object.keys(kindNames) as ListedKind[]).flatMap((kind) =>
    entries[kind].length > 0 ? [{ label: kindNames[kind] ?? "", address: entryKinds[kind].at }] : [],
  );
}

function ownGroups(site: SiteContent): SiteMapGroup[] {
  return [
    {
      heading: "Thông tin chung",
      links: site.pages.map(({ slug, data }) => ({ label: data.title, address: `/${slug}` })),
    },
    { heading: "Chuyên trang", links: kindLinks(site) },
    { heading: "Tổ chức bộ máy", links: organisationLinks(site) },
    {
      heading: "Tin tức theo chuyên mục",
      links: [
        { label: "Tất cả tin tức", address: "/tin-tuc" },
        ...site.sections.map(({ id, name }) => ({ label: name, address: sectionAddress(id) })),
      ],
    },
    {
      heading: "Kho lưu trữ",
      links: [
        ...archiveYears(site).map((year) => ({ label: `Tin tức năm ${year}`, address: yearAddress(year) })),
        { label: "Từ khoá", address: tagsAddress },
      ],
    },
    {
      heading: "Văn bản",
      links: documentLinks(site),
    },
    {
      heading: "Đa phương tiện",
      links: pieceKinds
        .filter(({ id }) => piecesOf(site, id).length > 0)
        .map(({ id, name }) => ({ label: name, address: pieceKindAddress(id) })),
    },
    {
      heading: "Tiện ích",
      links: [
        homeLink,
        { label: "Tìm kiếm", address: "/tim-kiem" },
        linksLink,
        { label: "Tin mới qua RSS", address: "/rss.xml" },
      ],
    },
  ];
}
