/** Vietnamese letters a syllable may begin with; `gi` and `qu` hold a vowel letter of their own. */
const onsets = [
  ...["ngh", "ng", "gh", "gi", "kh", "nh", "ph", "qu", "th", "tr", "ch"],
  ...["b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x"],
  "",
];

/** Everything that may follow, without its tone. The orthography has no others, but for loans. */
const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
   o oa oac oach oai oam oan oang oanh oao oap oat oau oay oăc oăm oăn oăng oăp oăt oe oem oen oeo oet oi om on ong ooc oong op ot oc
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu
   ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu`.split(/\s+/),
);

/** After `qu`, whose u sounds as the glide: what follows is the rime without it. */
const afterQu = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e ec en eng eo et ê ên ênh êt êch êu
   i ich in inh it y ych yên yêt ynh yt ơ ơi ơn ơt o ôc`.split(/\s+/),
);
/** After `gi`, whose i is not written twice: `giếng` is gi + iêng. */
const afterGi = new Set(
  [...rimes, "êc", "êng", "ên", "êt", "êm", "êp", "êu"].filter((rime) => !/^[iy]/.test(rime)),
);

const tones = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"] as const;
type Tone = (typeof tones)[number];
const toneOf = new RegExp(`[${tones.join("")}]`, "g");
/** A syllable that ends so knows two tones alone: sắc and nặng. */
const stopped = /(?:c|ch|p|t)$/;
const stoppedTones: readonly (Tone | undefined)[] = ["\u0301", "\u0323"];

/** A syllable taken apart: what it begins with, the rest without its tone, and the tone. */
export interface Syllable {
  onset: string;
  rime: string;
  tone: Tone | undefined;
}

/** Whether a lower-case word in NFC is one well-formed syllable, its tone mark where either custom puts it. */
export function isSyllable(word: string): boolean {
  const known = judged.get(word);
  if (known !== undefined) return known;
  const syllable = readSyllable(word);
  const right = syllable !== undefined && spellings(syllable).includes(word);
  if (judged.size > mostJudged) judged.clear();
  judged.set(word, right);
  return right;
}

/** A text has few words and says them often. */
const judged = new Map<string, boolean>();
const mostJudged = 20_000;

/** Reads a lower-case syllable, wherever its tone mark stands; undefined if Vietnamese has none such. */
export function readSyllable(word: string): Syllable | undefined {
  const apart = withoutTone(word);
  if (!apart) return undefined;
  const { plain, tone } = apart;
  for (const onset of onsets) {
    if (!plain.startsWith(onset)) continue;
    const rime = plain.slice(onset.length);
    if (follows(onset, rime) && (!stopped.test(rime) || stoppedTones.includes(tone)))
      return { onset, rime, tone };
  }
  return undefined;
}

/** A word without its tone mark, and that mark; undefined if it has several. */
export function withoutTone(word: string): { plain: string; tone: Tone | undefined } | undefined {
  const apart = word.normalize("NFD");
  const marks = apart.match(toneOf) ?? [];
  if (marks.length > 1) return undefined;
  return { plain: apart.replace(toneOf, "").normalize("NFC"), tone: marks[0] as Tone | undefined };
}

function follows(onset: string, rime: string): boolean {
  switch (onset) {
    case "qu":
      return afterQu.has(rime);
    case "gi":
      return afterGi.has(rime);
    case "c":
    case "g":
    case "ng":
      // Before e, ê, i these are written k, gh, ngh; `gì` and `gìn` are the exceptions.
      return (
        rimes.has(rime) &&
        (!/^[eêiy]/.test(rime) || (onset === "g" && /^(?:i|in|ich|ip|iêc|iêng|iêt)$/.test(rime)))
      );
    case "k":
    case "gh":
    case "ngh":
      return (
        rimes.has(rime) && /^[eêiy]/.test(rime) && (!rime.startsWith("y") || (onset === "k" && rime === "y"))
      );
    case "":
      return rimes.has(rime);
    default:
      // Behind a consonant y stands alone: `kỹ`, `lý`; `iê` is not written yê there.
      return rimes.has(rime) && (!rime.startsWith("y") || rime === "y");
  }
}

/** How a syllable is written; two ways where custom allows the tone on either vowel. */
export function spellings({ onset, rime, tone }: Syllable): string[] {
  if (tone === undefined) return [onset + rime];
  return tonePlaces(rime, onset).map(
    (at) => onset + (rime.slice(0, at + 1) + tone).normalize("NFC") + rime.slice(at + 1),
  );
}

/** Which letters of a rime may carry the tone. */
function tonePlaces(rime: string, onset: string): number[] {
  const marked = Array.from(rime).findLastIndex((letter) => /[ăâêôơư]/.test(letter));
  if (marked >= 0) return [marked];
  const vowels = /^[aeiouy]+/.exec(rime)?.[0] ?? "";
  if (vowels.length < rime.length) return [vowels.length - 1];
  if (vowels.length === 3) return [1];
  if (["oa", "oe", "uy"].includes(vowels) && onset !== "qu") return [1, 0];
  return [0];
}
