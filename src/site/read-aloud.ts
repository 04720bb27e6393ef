/** Offers to read the article aloud, where the browser has a voice of the page's language. */
export function offerReading(page: Document): void {
  const place = page.querySelector<HTMLElement>(".listen");
  if (!place || !("speechSynthesis" in globalThis)) return;
  const ofPage = new RegExp(`^${page.documentElement.lang}\\b`, "i");
  const look = () => {
    const voice = speechSynthesis.getVoices().find(({ lang }) => ofPage.test(lang));
    if (!voice || !place.inert) return;
    place.inert = false;
    startReader(page, place, voice);
  };
  // Browsers fetch their list of voices late.
  speechSynthesis.addEventListener("voiceschanged", look);
  look();
}

/** Pausing is stopping at a sentence and going on from there: not every phone can pause a voice. */
function startReader(page: Document, place: HTMLElement, voice: SpeechSynthesisVoice): void {
  const [read, stop] = [...place.querySelectorAll("button")];
  if (!read || !stop) return;
  const { pause = "", goOn: resume = "" } = read.dataset;
  const begin = read.textContent;
  let sentences: string[] = [];
  let next = 0;
  let reading: SpeechSynthesisUtterance | undefined;

  const show = () => {
    read.textContent = reading ? pause : next > 0 ? resume : begin;
    stop.hidden = !reading && next === 0;
  };
  const silence = () => {
    reading = undefined;
    speechSynthesis.cancel();
  };
  const goOn = () => {
    const words = sentences[next];
    if (words === undefined) {
      reading = undefined;
      next = 0;
      show();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => {
      // A sentence that was cut off ends too.
      if (reading !== utterance) return;
      next += 1;
      goOn();
    };
    utterance.onerror = () => {
      if (reading !== utterance) return;
      silence();
      show();
    };
    reading = utterance;
    speechSynthesis.speak(utterance);
    show();
  };

  read.addEventListener("click", () => {
    if (reading) {
      silence();
      show();
      return;
    }
    if (next === 0) sentences = sentencesOf(page);
    goOn();
  });
  stop.addEventListener("click", () => {
    silence();
    next = 0;
    show();
    read.focus();
  });
  addEventListener("pagehide", silence);
}

/** What is read: title, summary and text, without tables and pictures, in pieces that a voice speaks in one go. */
function sentencesOf(page: Document): string[] {
  const parts = page.querySelectorAll(
    ".article h1, .article .summary, .prose :is(h2, h3, h4, p, li):not(:is(.wide, figure) *)",
  );
  return [...parts]
    .filter((part) => part.tagName !== "LI" || !part.querySelector("p, li"))
    .flatMap((part) => part.textContent.trim().match(/.+?(?:[.!?…:;](?=\s|$)|$)/gs) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
