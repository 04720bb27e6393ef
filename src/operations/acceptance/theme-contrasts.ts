import { contrast } from "../../content-model/contrast.ts";
import { surfaces } from "../../site/theme/stylesheet.ts";

/** Text in a site's colours and what it stands on. */
export interface ContrastPair {
  what: string;
  ratio: number;
}

/** The contrasts in a site's `theme.css`, in its light and its dark palette. */
export function themeContrasts(stylesheet: string): ContrastPair[] {
  const palettes = [...stylesheet.matchAll(/:root \{([^}]*)\}/g)].map(([, rules = ""]) => coloursOf(rules));
  return palettes.flatMap((palette, index) => {
    const [mode, surface] =
      index === 0 ? (["nền sáng", surfaces.light] as const) : (["nền tối", surfaces.dark] as const);
    const backgrounds = { trang: surface.page, khối: surface.soft, "khối màu": palette["tint"] };
    const pair = (what: string, one: string | undefined, other: string | undefined) => ({
      what: `${what}, ${mode}`,
      ratio: one && other ? contrast(one, other) : 0,
    });
    return [
      ...Object.entries(backgrounds).map(([name, background]) =>
        pair(`liên kết trên ${name}`, palette["link"], background),
      ),
      pair("chữ trên màu chủ đạo", palette["on-brand"], palette["brand"]),
    ];
  });
}

function coloursOf(rules: string): Partial<Record<string, string>> {
  return Object.fromEntries(
    [...rules.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}
