import type { APIContext } from "astro";
import { atom } from "../../../../feed.ts";
import { siteNews, type Article } from "../../../../news.ts";
import { frameOf } from "../../../../sites.ts";

interface Props extends Record<string, unknown> {
  name: string;
  entries: Article[];
}

export async function getStaticPaths() {
  return (await siteNews()).flatMap(({ site, bySection }) =>
    frameOf(site).allSections.map(({ id, name }) => ({
      params: { site, section: id },
      props: { name, entries: bySection.get(id) ?? [] },
    })),
  );
}

export const GET = ({ params, props }: APIContext<Props>): Response =>
  atom(frameOf(params["site"] ?? ""), props.name, props.entries);
