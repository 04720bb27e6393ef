import { expect, test } from "vitest";
import { shownPictures } from "../../../src/content-store/shown-pictures.ts";
import { frameOf } from "../../../src/site/views/frame.ts";
import { aContent, aPicture, aSiteContent } from "../../support/content.ts";
import { aSite } from "../../support/site.ts";

const theme = { ...aSite().theme, logo: "/media/logo.png" };

test("a site shows its own logo at the height of the header, and serves it", () => {
  const logo = { ...aPicture("/media/logo.png"), width: 600, height: 300 };
  const site = aSiteContent({ settings: { theme }, pictures: [logo] });
  const content = aContent([site]);
  expect(frameOf(content, site, "/").logo).toMatchObject({ width: 152, height: 76 });
  expect(frameOf(content, site, "/").logo.src).toMatch(/^\/_anh\/.+-320\.webp$/);
  expect([...shownPictures(content)]).toEqual([logo]);
});

test("a site without a logo, or whose logo is not in its library, shows the drawn emblem", () => {
  for (const settings of [{}, { theme }]) {
    const site = aSiteContent({ settings });
    expect(frameOf(aContent([site]), site, "/").logo.src).toBe("/bieu-trung.svg");
  }
});
