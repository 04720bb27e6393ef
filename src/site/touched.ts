import {
  gonePaths,
  movedAddresses,
  pageAddress,
  siteAddresses,
  type Address,
} from "../content-store/addresses.ts";
import type { Content, SiteContent } from "../content-store/content.ts";
import { candidatePaths } from "./candidate-paths.ts";
import { shownAds } from "./views/ads.ts";
import { frameOf } from "./views/frame.ts";
import { viewAt } from "./view-at.ts";
import { dayOf } from "./dates.ts";

/** What a change of content asks a host to change: pages to render anew, and addresses where nothing is any more. */
export interface Touched {
  render: Address[];
  remove: Address[];
}

/**
 * The pages that differ between two contents. A page is what its view says: candidates are found by where a changed
 * entry can be shown, and only those whose view really differs are named.
 */
export function touched(before: Content, after: Content): Touched {
  const all: Touched = { render: [], remove: [] };
  const add = ({ render, remove }: Touched) => {
    all.render.push(...render);
    all.remove.push(...remove);
  };
  for (const site of after.sites.values()) {
    const old = before.sites.get(site.id);
    if (old && sameSurroundings(before, old, after, site)) add(touchedPages(before, old, after, site));
    else
      add({
        render: siteAddresses(site),
        remove: old ? without(siteAddresses(old), siteAddresses(site)) : [],
      });
  }
  for (const old of before.sites.values()) {
    if (!after.sites.has(old.id)) add({ render: [], remove: siteAddresses(old) });
  }
  return all;
}

/** Whether what stands around every page is the same: settings, menu, footer, ads. */
function sameSurroundings(before: Content, old: SiteContent, after: Content, site: SiteContent): boolean {
  const around = (content: Content, of: SiteContent) =>
    JSON.stringify([frameOf(content, of, ""), shownAds(of, "cot-ben", dayOf(content.at))]);
  return around(before, old) === around(after, site);
}

function touchedPages(before: Content, old: SiteContent, after: Content, site: SiteContent): Touched {
  const touched: Touched = { render: [], remove: [] };
  const [goneBefore, goneNow] = [new Set(gonePaths(old)), new Set(gonePaths(site))];
  for (const path of candidatePaths(old, site)) {
    const then = viewAt(before, old, path);
    const now = viewAt(after, site, path);
    if (then === now) continue;
    if (now !== undefined) touched.render.push(pageAddress(site, path, goneNow.has(path)));
    if (then !== undefined && (now === undefined || goneBefore.has(path) !== goneNow.has(path)))
      touched.remove.push(pageAddress(old, path, goneBefore.has(path)));
  }
  const moved = { before: movedAddresses(old), after: movedAddresses(site) };
  const known = new Map(moved.before.map(({ path, movedTo }) => [path, movedTo]));
  touched.render.push(...moved.after.filter(({ path, movedTo }) => known.get(path) !== movedTo));
  touched.remove.push(...without(moved.before, moved.after));
  return touched;
}

function without(list: readonly Address[], others: readonly Address[]): Address[] {
  const files = new Set(others.map(({ file }) => file));
  return list.filter(({ file }) => !files.has(file));
}
