import type { Site } from "../../content-model/site.ts";
import { inkOn, mix, readableOn } from "../../content-model/contrast.ts";

/** The backgrounds that text in a site's colour may stand on; `styles/tokens.css` names the same ones. */
export const surfaces = {
  light: { page: "#ffffff", soft: "#f7f5f2" },
  dark: { page: "#161514", soft: "#211f1d" },
} as const;

/**
 * A site's own colours as a stylesheet. Only hue comes from the settings: what is read (`--link`, `--on-brand`) is
 * darkened or lightened until it stands out by at least 4.5 to 1, so that no choice of colour makes a page unreadable.
 */
export function themeStylesheet({ theme, domain }: Pick<Site, "theme" | "domain">): string {
  const { primary, accent } = theme;
  const dimmed = mix(primary, "#000000", 0.3);
  const light = palette(surfaces.light, primary, primary, accent, 0.93);
  const dark = palette(surfaces.dark, primary, dimmed, accent, 0.82);
  // On paper an address below the site's root is written out in full.
  const paper = `@media print {\nhtml { --domain: "https://${domain}"; }\n}`;
  return `${rule(light)}\n@media screen and (prefers-color-scheme: dark) {\n${rule(dark)}\n}\n${paper}\n`;
}

function palette(
  { page, soft }: { page: string; soft: string },
  primary: string,
  brand: string,
  accent: string,
  tintShare: number,
): Record<string, string> {
  const tint = mix(primary, page, tintShare);
  return {
    brand,
    "on-brand": inkOn(brand),
    link: readableOn([tint, soft, page], primary, 5),
    tint,
    accent,
  };
}

const rule = (palette: Record<string, string>) =>
  `:root { ${Object.entries(palette)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(" ")} }`;
