import type { Content } from "../content-store/content.ts";
import { sharedVariantOf, variantsOf, type Variant } from "../content-store/picture-variants.ts";
import { shareCards } from "../content-store/share-card.ts";
import { sharedPictures, shownPictures } from "../content-store/shown-pictures.ts";
import type { PictureStore } from "./pictures.ts";

/** Where the bytes of an asset lie on disk, or what makes them. */
export type AssetSource = string | (() => Promise<string>);

/** Every picture file that the pages of a content name, by its address without the leading slash. */
export function* pictureAssets(content: Content, pictures: PictureStore): Generator<[string, AssetSource]> {
  const asset = (address: string, source: AssetSource): [string, AssetSource] => [address.slice(1), source];
  for (const picture of shownPictures(content)) {
    const made = (variant: Variant) => asset(variant.address, () => pictures.file(picture, variant));
    yield* variantsOf(picture).map(made);
  }
  for (const picture of sharedPictures(content)) {
    const variant = sharedVariantOf(picture);
    if (variant) yield asset(variant.address, () => pictures.file(picture, variant));
  }
  for (const card of shareCards(content)) yield asset(card.address, () => pictures.card(card));
}
