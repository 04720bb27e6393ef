import type { Page } from "playwright-core";

/** A browser with this voice, that speaks each piece until it is told that the piece is over. */
export const speechWith = (lang: string) => `
  const spoken = (globalThis.spoken = []);
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(globalThis, "speechSynthesis", { value: Object.assign(new EventTarget(), {
    getVoices: () => [{ lang: ${JSON.stringify(lang)}, name: "a voice" }],
    speak(utterance) { spoken.push(utterance); },
    cancel() { spoken.at(-1)?.onend?.(); },
  }) });`;

/** What such a browser has been given to speak. */
export const spoken = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as { spoken: { text: string }[] }).spoken.map(({ text }) => text),
  );

export const endPiece = (page: Page) =>
  page.evaluate(() => {
    (globalThis as unknown as { spoken: { onend: () => void }[] }).spoken.at(-1)?.onend();
  });
