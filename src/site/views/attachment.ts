import { endingOf, libraryEnding, libraryFileKinds, shownSize } from "../../content-model/library-files.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { libraryFileAddress } from "../../content-store/library-file-address.ts";

/** A file that readers can load, with what they want to know before they do. */
export interface ShownFile {
  address: string;
  label: string;
  /** `PDF, 1,4 MB` */
  about: string;
}

/** The file at an address of the site's library; undefined where there is none: pages hold without it. */
export function shownFile(site: SiteContent, address: string, label: string): ShownFile | undefined {
  const file = site.files.get(address);
  if (!file) return undefined;
  const ending = libraryEnding(address);
  const { language } = site.settings;
  const kind =
    ending === undefined
      ? endingOf(address).toUpperCase()
      : libraryFileKinds[ending][language === "en" ? "english" : "label"];
  return { address: libraryFileAddress(file), label, about: `${kind}, ${shownSize(file.size, language)}` };
}
