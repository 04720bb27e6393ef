import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { contrast, inkOn, readableOn } from "../../../src/content-model/contrast.ts";
import { surfaces, themeStylesheet } from "../../../src/site/theme/stylesheet.ts";
import { aSite } from "../../support/site.ts";

const tokens = await readFile(new URL("../../../src/site/styles/tokens.css", import.meta.url), "utf8");

test("contrast is measured as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("a colour that can be read already stays as it is", () => {
  expect(readableOn(["#ffffff"], "#9c1c1f")).toBe("#9c1c1f");
});

test("the ink on a brand colour is the one that is read better", () => {
  expect(inkOn("#9c1c1f")).toBe("#ffffff");
  expect(inkOn("#ffd54a")).toBe("#000000");
});

test.each(["#9c1c1f", "#1d6b3a", "#ffeb3b", "#000000", "#ffffff", "#7f7f7f", "#00bcd4"])(
  "whatever colour a site chooses, %s included, its text can be read in light and dark",
  (primary) => {
    const [light = {}, dark = {}] = palettesOf(
      themeStylesheet(aSite({ theme: { primary, accent: "#b8860b" } })),
    );
    for (const [palette, { page, soft }] of [
      [light, surfaces.light],
      [dark, surfaces.dark],
    ] as const) {
      for (const background of [page, soft, palette["tint"] ?? ""]) {
        expect(contrast(palette["link"] ?? "", background)).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(palette["on-brand"] ?? "", palette["brand"] ?? "")).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test("the colours are measured against the backgrounds that the design uses", () => {
  const named = [...tokens.matchAll(/--(page|soft): (#[0-9a-f]{6})/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(named).toEqual([...Object.entries(surfaces.light), ...Object.entries(surfaces.dark)]);
});

test.each(["light", "dark"])("what every site has in common can be read in the %s", (mode) => {
  const [light = {}, dark = {}] = palettesOf(tokens);
  const palette = mode === "light" ? light : { ...light, ...dark };
  const ratio = (ink: string, background: string) => contrast(palette[ink] ?? "", palette[background] ?? "");
  for (const background of ["page", "soft"]) {
    expect(ratio("ink", background)).toBeGreaterThanOrEqual(7);
    expect(ratio("quiet", background)).toBeGreaterThanOrEqual(4.5);
    expect(ratio("field", background)).toBeGreaterThanOrEqual(3);
  }
  expect(ratio("alert-ink", "alert")).toBeGreaterThanOrEqual(7);
  expect(ratio("on-alert-mark", "alert-mark")).toBeGreaterThanOrEqual(4.5);
  expect(ratio("alert-mark", "alert")).toBeGreaterThanOrEqual(3);
});

function palettesOf(stylesheet: string): Record<string, string>[] {
  return [...stylesheet.matchAll(/:root \{([^}]*)\}/g)].map(([, rules = ""]) => {
    const colours = [...rules.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)];
    return Object.fromEntries(colours.map(([, name = "", value = ""]) => [name, value]));
  });
}
