import { withoutAccents } from "./terms.ts";

/**
 * What a reader meant who typed with the Vietnamese keyboard off: `nghij quyeets` (Telex) and `nghi5 quye6t1` (VNI) are
 * «nghi quyet». Undefined where nothing looks like that.
 */
export function keyboardSlip(text: string): string | undefined {
  const meant = text
    .split(/\s+/)
    .map((word) => fromVni(word) ?? fromTelex(word) ?? word)
    .join(" ");
  return meant === text ? undefined : meant;
}

const vowels = "aeiouy";
/** A syllable without accents: consonants, vowels, and how it may end. */
const syllable = new RegExp(`^[bcdghklmnpqrstvx]{0,3}[${vowels}]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$`);

function fromTelex(word: string): string | undefined {
  const lower = withoutAccents(word).toLowerCase();
  const plain = lower
    .replace(/^dd/, "d")
    .replace(/[sfrxjz]$/, "")
    .replace(/(a|e|o)(.*?)\1/, "$1$2")
    .replace(/w/g, "")
    .replace(/([aeiouy])[sfrxj]/, "$1")
    .replace(/^(.+)d$/, (whole, front: string) => (front.startsWith("d") ? front : whole));
  return plain !== lower && syllable.test(plain) ? plain : undefined;
}

function fromVni(word: string): string | undefined {
  if (!/^[a-z]+\d[a-z\d]*$/i.test(word)) return undefined;
  const plain = word.toLowerCase().replace(/\d/g, "");
  return /\d{3}/.test(word) || !syllable.test(plain) ? undefined : plain;
}
