import { render } from "preact";
import type { DeskSettings } from "../../../src/editorial/cms-config.ts";
import type { Github } from "../../shared/github.ts";
import { Bar } from "./bar.tsx";

/** Puts our own bar above the CMS. */
export function mountBar(desk: DeskSettings, github: Github): void {
  const place = document.querySelector("#bar");
  if (place) render(<Bar desk={desk} github={github} />, place);
}
