import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { shareCard } from "../../../src/content-store/share-card.ts";
import { openPictureStore } from "../../../src/rendering/pictures.ts";
import { breakLines } from "../../../src/rendering/share-cards/break-lines.ts";
import { shareCardSvg } from "../../../src/rendering/share-cards/draw-share-card.ts";
import { openLettering } from "../../../src/rendering/share-cards/lettering.ts";
import { aSiteContent } from "../../support/content.ts";
import { aFolder } from "../../support/folder.ts";

const noPicture = () => Promise.reject(new Error("A card needs no picture."));

test("a card is a PNG of 1200 by 630 pixels and at most 100 kB, made once", async () => {
  const pictures = openPictureStore(await aFolder(), noPicture);
  const card = shareCard(aSiteContent(), "kinh-te");
  const file = await pictures.card(card);
  expect(await sharp(file).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
  const { size, mtimeMs } = await stat(file);
  expect(size).toBeLessThanOrEqual(100_000);
  await pictures.card(card);
  expect((await stat(file)).mtimeMs).toBe(mtimeMs);
});

test("a card's address names all that it shows", () => {
  const addresses = [
    shareCard(aSiteContent()),
    shareCard(aSiteContent(), "kinh-te"),
    shareCard(aSiteContent({ settings: { domain: "moi.songmay.gov.vn" } })),
    shareCard(aSiteContent({ settings: { theme: { primary: "#123456", accent: "#b8860b" } } })),
    shareCard(aSiteContent({ settings: { kind: "department" } })),
  ].map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(shareCard(aSiteContent(), "kinh-te").address).toBe(addresses[1]);
});

// Whoever draws cards in another way raises `drawing` in share-card.ts, and writes down both new values here.
test("an address keeps its bytes: cards are drawn as they were when it was given", async () => {
  const card = shareCard(aSiteContent(), "kinh-te");
  const svg = await shareCardSvg(card);
  const digest = createHash("sha256").update(svg).digest("hex").slice(0, 16);
  expect({ address: card.address, digest }).toEqual({
    address: "/_anh/2d/92118a7e4dbeacb2-the.png",
    digest: "e9898f479af4405c",
  });
});

test("every Vietnamese letter has an outline", async () => {
  const { pathOf, widthOf } = await openLettering(700);
  const letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
  for (const letter of letters + letters.toUpperCase()) {
    expect(pathOf(letter, 0, 0, 10), letter).not.toBe("");
    expect(widthOf(letter, 10), letter).toBe(widthOf(letter.normalize("NFD"), 10));
  }
});

test("a text is broken between its phrases or its words, and cut where it is too long", () => {
  const broken = (text: string, between: "phrases" | "words", width: number, most = 3) =>
    breakLines(text, between, { width, most, widthOf: (line) => line.length });
  expect(broken("Cổng thông tin điện tử tỉnh Sông Mây", "phrases", 26).lines).toEqual([
    "Cổng thông tin điện tử",
    "tỉnh Sông Mây",
  ]);
  expect(broken("Khoa học – Chuyển đổi số", "phrases", 20).lines).toEqual(["Khoa học –", "Chuyển đổi số"]);
  expect(broken("Khoa học và đời sống", "phrases", 8).whole).toBe(false);
  expect(broken("Phòng cháy, chữa cháy", "words", 11).lines).toEqual(["Phòng cháy,", "chữa cháy"]);
  expect(broken("Nước sạch, rừng và đất", "words", 14, 1)).toEqual({ lines: ["Nước sạch…"], whole: false });
  expect(broken("", "words", 30)).toEqual({ lines: [], whole: true });
});
