import { useState } from "preact/hooks";

/** A text being typed, kept for this window: an ended session or a reload does not lose it. Clearing it forgets it. */
export function useKeptText(name: string): [string, (text: string) => void] {
  const key = `cong:${name}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? "");
  const keep = (next: string) => {
    if (next) sessionStorage.setItem(key, next);
    else sessionStorage.removeItem(key);
    setText(next);
  };
  return [text, keep];
}
