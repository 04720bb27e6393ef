import { useEffect, useState } from "preact/hooks";

/** Entries that somebody has chosen to take down, by what they were asked for with: kept in this tab until it is done. */
const key = "cong-go-bai";
const changed = "cong-go-bai-changed";

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/** What is chosen, and how to change it. */
export function useChosen(): [readonly string[], (chosen: readonly string[]) => void] {
  const [chosen, setChosen] = useState(read);
  useEffect(() => {
    const look = () => {
      setChosen(read());
    };
    window.addEventListener(changed, look);
    return () => {
      window.removeEventListener(changed, look);
    };
  }, []);
  return [
    chosen,
    (next) => {
      sessionStorage.setItem(key, JSON.stringify([...new Set(next)]));
      window.dispatchEvent(new Event(changed));
    },
  ];
}
