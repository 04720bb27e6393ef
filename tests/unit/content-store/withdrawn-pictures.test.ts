import { expect, test } from "vitest";
import { withdrawnPictures } from "../../../src/content-store/shown-pictures.ts";
import { aContent, aNewsEntry, aPicture, aSiteContent } from "../../support/content.ts";
import { aPerson } from "../../support/organisation.ts";

const portrait = { ...aPicture("/media/2026/chan-dung.webp"), oid: "01" };
const meeting = { ...aPicture("/media/2026/phien-hop.webp"), oid: "02" };
const pictures = [portrait, meeting];
const person = { ...aPerson("Lê Thị Hồng Nhạn", "ubnd"), media: [portrait.address] };
const article = (changes: Parameters<typeof aNewsEntry>[0] = {}) => ({
  ...aNewsEntry(changes),
  media: [meeting.address],
});

const gone = (before: Parameters<typeof aSiteContent>[0], after: Parameters<typeof aSiteContent>[0]) =>
  [
    ...withdrawnPictures(
      aContent([aSiteContent({ pictures, ...before })]),
      aContent([aSiteContent({ pictures, ...after })]),
    ),
  ].map(({ address }) => address);

test("the picture of a removed entry of whatever kind is taken from readers at once", () => {
  expect(gone({ entries: { person: [person] } }, {})).toEqual([portrait.address]);
  expect(gone({ news: [article()] }, { news: [article({ withdrawn: true })] })).toEqual([meeting.address]);
});

test("a picture that something else still shows stays, and so does that of an entry that no longer uses it", () => {
  const other = { ...article({ title: "Bài khác dùng cùng một ảnh của phiên họp" }) };
  expect(gone({ news: [article(), other] }, { news: [other] })).toEqual([]);
  expect(
    gone({ entries: { person: [person] } }, { entries: { person: [{ ...person, media: [] }] } }),
  ).toEqual([]);
});

test("a picture that was taken out of the library is gone", () => {
  expect(gone({ news: [] }, { news: [], pictures: [meeting] })).toEqual([portrait.address]);
});
