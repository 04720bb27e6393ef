import type { Site } from "./site.ts";
import { mix } from "./contrast.ts";

const paper = "#fff9ec";

/**
 * A site's emblem as an SVG image in its own colours: mountain, clouds and river for a province; seedling and fields
 * for a department. Drawn with attributes alone, since the content security policy allows no inline styles.
 */
export function emblem({ kind, theme }: Pick<Site, "kind" | "theme">): string {
  const primary = mix(theme.primary, "#000000", 0.08);
  const gold = mix(theme.accent, "#ffffff", 0.18);
  const scene = kind === "province" ? riverScene(primary, gold) : fieldScene(primary, gold);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<clipPath id="c"><circle cx="32" cy="32" r="26"/></clipPath>
<circle cx="32" cy="32" r="32" fill="${primary}"/>
<circle cx="32" cy="32" r="29" fill="none" stroke="${gold}" stroke-width="1.4"/>
<g clip-path="url(#c)"><path fill="${paper}" d="M0 0h64v64H0z"/>${scene}</g>
</svg>
`;
}

function riverScene(primary: string, gold: string): string {
  const far = mix(primary, paper, 0.42);
  return `
<circle cx="32" cy="20" r="7" fill="${gold}"/>
<path fill="${far}" d="M-2 46 15 24l9 11 7-5 12-12 23 28z"/>
<path fill="${primary}" d="M8 48 30 22q2-2 4 0l22 26z"/>
<path fill="none" stroke="${paper}" stroke-width="2" stroke-linecap="round" d="M3 40h16a4 4 0 1 0-4-4M61 38H45a3.6 3.6 0 1 1 3.6-3.6M24 43.5h17a3 3 0 1 0-3-3"/>
<path fill="${paper}" d="M0 47.5h64V64H0z"/>
<path fill="none" stroke="${primary}" stroke-width="2.6" d="M-2 50.5q4.25-3.500 8.500 0t8.500 0 8.500 0 8.500 0 8.500 0 8.500 0 8.500 0 8.500 0M-6 55.5q4.25-3.500 8.500 0t8.500 0 8.500 0 8.500 0 8.500 0 8.500 0 8.500 0 8.500 0 8.500 0"/>`;
}

function fieldScene(primary: string, gold: string): string {
  return `
<circle cx="32" cy="23" r="11" fill="${gold}"/>
<path fill="${mix(primary, paper, 0.45)}" d="M-2 44q16-14 30-6 16-10 38 6v20H-2z"/>
<path fill="${primary}" d="M-2 46q34-11 68 0v20H-2z"/>
<path fill="none" stroke="${paper}" stroke-width="1.7" d="M32 41v24M32 41q-3 12-10 22M32 41q3 12 10 22M32 41Q25 51 10 60M32 41q7 10 22 19M32 41Q20 47 2 53M32 41q12 6 30 12"/>
<path fill="${primary}" stroke="${paper}" stroke-width="1.2" d="M32 34c-10 1-15-4-16-13 9-1 15 3 16 13Zm0-5c0-10 5-15 14-15 1 9-4 15-14 15Z"/>
<path stroke="${paper}" stroke-width="4.4" d="M32 34v8"/><path stroke="${primary}" stroke-width="2.2" d="M32 26v16"/>`;
}
