import type { LookupRecord } from "../../content-model/document-lookup.ts";
import { element } from "../search/element.ts";
import type { SearchWords } from "../words/search-words.ts";

/** A document that a number found, as a link with what one knows it by. `today` is a day: `2026-11-25`. */
export function foundItem(record: LookupRecord, today: string, words: SearchWords): HTMLLIElement {
  const { number, address, type, issuer, excerpt, issuedOn, effectiveFrom, expiredOn } = record;
  const { lookup } = words;
  const state =
    expiredOn !== undefined && expiredOn <= today
      ? lookup.expired
      : effectiveFrom !== undefined && effectiveFrom > today
        ? lookup.notYet
        : undefined;
  const title = element("b", {}, `${type} ${number}`);
  const day = words.day(issuedOn.slice(0, 4), issuedOn.slice(5, 7), issuedOn.slice(8, 10));
  const link = element(
    "a",
    { href: address },
    element(
      "span",
      { class: "found-name" },
      title,
      ...(state ? [element("span", { class: "badge" }, state)] : []),
    ),
    element("span", {}, excerpt),
    element("small", {}, element("time", { datetime: issuedOn }, day), ` · ${issuer}`),
  );
  return element("li", {}, link);
}
