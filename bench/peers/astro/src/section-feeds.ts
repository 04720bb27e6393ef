import type { APIContext } from "astro";
import { siteNews, type Article } from "./news.ts";
import { frameOf, type Frame } from "./sites.ts";

interface Props extends Record<string, unknown> {
  name: string;
  entries: Article[];
}

/** Every section of every site, with what is in it. */
export async function sectionPaths() {
  return (await siteNews()).flatMap(({ site, bySection }) =>
    frameOf(site).allSections.map(({ id, name }) => ({
      params: { site, section: id },
      props: { name, entries: bySection.get(id) ?? [] },
    })),
  );
}

/** The feed of a section, written by `write`. */
export const sectionFeed =
  (write: (frame: Frame, title: string, entries: readonly Article[]) => Response) =>
  ({ params, props }: APIContext<Props>): Response =>
    write(frameOf(params["site"] ?? ""), props.name, props.entries);
