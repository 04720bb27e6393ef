import { caseKey, plainCode } from "../../content-model/case-key.ts";
import { loadFile } from "../lookup/load-file.ts";
import { element } from "../search/element.ts";
import { searchWords } from "../words/search-words.ts";
import { caseAnswer } from "./case-answer.ts";

/** Lets somebody ask how far their case is: the browser makes the case's name of its number and code, and asks for that alone. */
export function startCases(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("form.case");
  const number = page.querySelector<HTMLInputElement>("#so-ho-so");
  const code = page.querySelector<HTMLInputElement>("#ma-bien-nhan");
  const answer = page.querySelector<HTMLElement>(".case-answer");
  const button = form?.querySelector("button");
  if (!form || !number || !code || !answer || !button) return;
  const { cases, day } = searchWords(page);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (plainCode(number.value) === "") {
      number.value = "";
      number.reportValidity();
      return;
    }
    button.disabled = true;
    void ask(number.value, code.value)
      .then((told) => {
        answer.replaceChildren(...told);
        answer.focus();
      })
      .finally(() => (button.disabled = false));
  });

  async function ask(typed: string, withCode: string): Promise<HTMLElement[]> {
    try {
      const key = await caseKey(typed, withCode);
      const text = await loadFile(`/tra-cuu-ho-so/${key.slice(0, 2)}/${key}.json`);
      if (text !== undefined) return caseAnswer(text, typed.trim(), cases, day);
      return [
        element("h2", {}, cases.notFound),
        element("ul", {}, ...cases.advice.map((line) => element("li", {}, line))),
      ];
    } catch {
      return [element("p", { class: "notice" }, cases.failed)];
    }
  }
}
