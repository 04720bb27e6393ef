import type { Frame, Page } from "playwright-core";

/**
 * Every word that a person finds on a page, its frames among it: what is written, what stands in its fields and lists, and what
 * a screen reader is told of what is only drawn.
 */
export async function wordsOn(page: Page): Promise<string> {
  const texts = await Promise.all(page.frames().map((frame) => wordsIn(frame).catch(() => "")));
  return texts.join("\n");
}

async function wordsIn(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const told = ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription"];
    const words = [document.title, document.body.innerText];
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      if (!element.checkVisibility()) continue;
      for (const name of told) words.push(element.getAttribute(name) ?? "");
      if (element instanceof HTMLInputElement && ["button", "submit"].includes(element.type))
        words.push(element.value);
      if (element instanceof HTMLOptionElement) words.push(element.label);
    }
    for (const field of document.body.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      "input, textarea",
    ))
      if (field.type !== "password" && field.type !== "hidden") words.push(field.value);
    return words.filter(Boolean).join("\n");
  });
}
