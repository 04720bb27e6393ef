import { expect, test } from "vitest";
import { shareCard } from "../../../src/content-store/share-card.ts";
import { articlePage, frontPage, newsList, sectionList } from "../../../src/site/content.ts";
import { documentHead } from "../../../src/site/views/document-head.ts";
import { eventData } from "../../../src/site/views/structured-data/event-data.ts";
import { aContent, aNewsEntry, aPicture, aSiteContent, newsEntries } from "../../support/content.ts";
import { structuredDataFaults } from "../../support/structured-data-faults.ts";

test("every page that can be found is shared with a picture, a hidden one with none", () => {
  const site = aSiteContent();
  const card = `https://songmay.gov.vn${shareCard(site).address}`;
  expect(documentHead(site, "/gioi-thieu", "Giới thiệu").image).toMatchObject({
    address: card,
    width: 1200,
    height: 630,
  });
  expect(documentHead(site, "/tim-kiem", "Tìm kiếm", { hidden: true }).image).toBeUndefined();
});

test("a section's list and its articles without a cover are shared with the section's card", () => {
  const entry = aNewsEntry();
  const site = aSiteContent({ news: [entry] });
  const card = `https://songmay.gov.vn${shareCard(site, "kinh-te").address}`;
  expect(sectionList(aContent([site]), site, "kinh-te")?.head.image?.address).toBe(card);
  expect(articlePage(aContent([site]), site, entry.year, entry.slug)?.head.image?.address).toBe(card);
  expect(card).not.toContain(shareCard(site).address);
});

test("a cover too small to be shared gives way to the card", () => {
  const entry = aNewsEntry({ cover: "/media/2026/nho.webp", coverAlt: "Ảnh nhỏ" });
  const small = { ...aPicture("/media/2026/nho.webp"), width: 500, height: 400 };
  const site = aSiteContent({ news: [entry], pictures: [small] });
  expect(articlePage(aContent([site]), site, entry.year, entry.slug)?.head.image?.type).toBe("image/png");
});

test("an article tells its section, its tags and when it was changed", () => {
  const entry = aNewsEntry({ tags: ["lúa"], updated: "2026-10-19T10:00:00+07:00" });
  const site = aSiteContent({ news: [entry] });
  const page = articlePage(aContent([site]), site, entry.year, entry.slug);
  expect(page?.head).toMatchObject({
    section: "Kinh tế",
    tags: ["lúa"],
    published: entry.data.date,
    modified: "2026-10-19T10:00:00+07:00",
  });
  expect(page?.head.structuredData).toContain('"dateModified":"2026-10-19T10:00:00+07:00"');
});

test("structured data says all that its types need", () => {
  const [entry = aNewsEntry()] = newsEntries(60);
  const site = aSiteContent({ news: newsEntries(60) });
  const content = aContent([site]);
  const pages = [
    frontPage(content, site),
    newsList(content, site, "1"),
    sectionList(content, site, "kinh-te"),
    articlePage(content, site, entry.year, entry.slug),
  ];
  for (const page of pages) expect(structuredDataFaults(page?.head.structuredData ?? "")).toEqual([]);
});

test("a department belongs to its province", () => {
  const province = aSiteContent({ settings: { authority: "Ủy ban nhân dân tỉnh Sông Mây" } });
  const department = aSiteContent({
    id: "so",
    settings: { kind: "department", name: "Sở Nông nghiệp", domain: "so.songmay.gov.vn" },
  });
  const content = aContent([province, department]);
  expect(frontPage(content, department).head.structuredData).toContain(
    '"parentOrganization":{"@type":"GovernmentOrganization","@id":"https://songmay.gov.vn/#co-quan"',
  );
  expect(frontPage(content, province).head.structuredData).not.toContain("parentOrganization");
});

test("an event has a place even where none is named", () => {
  const site = aSiteContent();
  const facts = { name: "Họp giao ban tuần", start: "2026-10-20T08:00:00+07:00", path: "/lich/2026/43" };
  const graph = [
    eventData(site, facts),
    eventData(site, { ...facts, place: "Hội trường A", cancelled: true }),
  ];
  const data = JSON.stringify({ "@context": "https://schema.org", "@graph": graph });
  expect(structuredDataFaults(data)).toEqual([]);
  expect(data).toContain("EventCancelled");
});
