import { render } from "preact";
import { Bar, type BarProps } from "./bar.tsx";

/** Puts our own bar above the CMS. */
export function mountBar(props: BarProps): void {
  const place = document.querySelector("#bar");
  if (place) render(<Bar {...props} />, place);
}
