import type { SiteContent } from "../../content-store/content.ts";
import { variantsOf } from "../../content-store/picture-variants.ts";

/** What stands for the authority in the header. Width and height in pixels. */
export interface ShownLogo {
  src: string;
  width: number;
  height: number;
}

/** The height a header gives its logo. */
const shownHeight = 76;

/** A site's own logo from its library; without one, the emblem drawn in its colours. */
export function shownLogo({ settings, pictures }: SiteContent): ShownLogo {
  const picture = settings.theme.logo === undefined ? undefined : pictures.get(settings.theme.logo);
  if (!picture) return { src: "/bieu-trung.svg", width: shownHeight, height: shownHeight };
  const width = Math.round((shownHeight * picture.width) / picture.height);
  return { src: variantsOf(picture)[0].address, width, height: shownHeight };
}
