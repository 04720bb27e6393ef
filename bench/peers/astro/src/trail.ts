import type { Frame } from "./sites.ts";

/** Breadcrumbs as schema.org describes them: names and addresses below the front page. */
export function trail(
  { origin }: Frame,
  crumbs: readonly (readonly [name: string, address?: string])[],
): object {
  return {
    "@type": "BreadcrumbList",
    itemListElement: [["Trang chủ", `${origin}/`] as const, ...crumbs].map(([name, item], index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item,
    })),
  };
}
