import type { Github } from "../shared/github.ts";
import { ForgeError } from "../shared/github.ts";
import { branchOfEntry, readCollectionName } from "../../src/editorial/collection-name.ts";
import { mediaFile } from "../../src/content-model/content-path.ts";
import { readPlace } from "./place.ts";
import { uploadedPicture } from "./uploads.ts";

const blank = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/%3E";

/**
 * Shows the pictures of entries in form and preview. Decap takes `/media/…` for an address on its own origin, where
 * there are none: they are on the site's host once published, before that in the submission's branch.
 */
export function showSitePictures(page: Document, github: Github): void {
  const found = new Map<string, Promise<string | undefined>>();
  watch(page);

  function watch(root: Document): void {
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) look(node);
    }).observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["src"] });
    look(root.body);
  }

  function look(node: Node): void {
    if (!("querySelectorAll" in node)) return;
    const element = node as Element;
    // Elements of the preview belong to its frame's own window, where `instanceof` says no.
    const all = [element, ...element.querySelectorAll("img, iframe")];
    for (const one of all) {
      if (one.tagName === "IMG") void show(one as HTMLImageElement);
      if (one.tagName === "IFRAME") watchFrame(one as HTMLIFrameElement);
    }
  }

  function watchFrame(frame: HTMLIFrameElement): void {
    if (frame.dataset["pictures"]) return;
    frame.dataset["pictures"] = "watched";
    const start = () => {
      if (frame.contentDocument?.body) watch(frame.contentDocument);
    };
    frame.addEventListener("load", start);
    start();
  }

  async function show(image: HTMLImageElement): Promise<void> {
    const address = image.getAttribute("src") ?? "";
    if (!address.startsWith("/media/")) return;
    image.src = blank;
    const url = await (found.get(address) ?? remember(address));
    if (url && image.getAttribute("src") === blank) image.src = url;
  }

  function remember(address: string): Promise<string | undefined> {
    const url = urlOf(address, github).catch(() => undefined);
    found.set(address, url);
    return url;
  }
}

async function urlOf(address: string, github: Github): Promise<string | undefined> {
  const uploaded = uploadedPicture(address.split("/").at(-1) ?? "");
  if (uploaded) return uploaded;
  const place = readPlace(location.hash);
  const site = place && readCollectionName(place.collection)?.site;
  if (!site) return undefined;
  const path = mediaFile(site, address);
  const branches = place.kind === "entry" ? [branchOfEntry(place), "main"] : ["main"];
  for (const branch of branches) {
    const bytes = await github.file(path, branch).catch((error: unknown) => {
      if (error instanceof ForgeError) return undefined;
      throw error;
    });
    if (bytes) return URL.createObjectURL(new Blob([bytes]));
  }
  return undefined;
}
