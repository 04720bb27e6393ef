import type { Address } from "../content-store/addresses.ts";
import type { Content } from "../content-store/content.ts";
import { withContent } from "../content-store/current.ts";
import { contentShowing } from "../content-store/load.ts";
import { Problem } from "../foundation/problem.ts";
import type { CompiledSite } from "./compile.ts";

/** The bytes of one address, as a host keeps them; of an address that has moved, the new one. */
export async function renderPage(
  content: Content,
  compiled: Pick<CompiledSite, "renderPath">,
  { site, path, movedTo }: Pick<Address, "site" | "path" | "movedTo">,
): Promise<Buffer> {
  if (movedTo !== undefined) return Buffer.from(`${movedTo}\n`);
  const response = await withContent(content, () =>
    compiled.renderPath(`/${site}${path === "/" ? "" : path}`),
  );
  const expected = path === "/404" ? [200, 404] : [200];
  if (!expected.includes(response.status)) {
    throw new Problem(`${site}${path} could not be rendered (${String(response.status)}).`, {
      remedy: "Read the error above; run `npm run build` to see it again.",
    });
  }
  return Buffer.from(await response.arrayBuffer());
}

/** The same for whoever looks at a submission: an article whose time has not come is shown as it will be. */
export function renderShown(
  content: Content,
  compiled: Pick<CompiledSite, "renderPath">,
  { site, path }: Pick<Address, "site" | "path">,
): Promise<Buffer> {
  return renderPage(contentShowing(content, site, path), compiled, { site, path });
}
