/// <reference lib="dom" />
/**
 * Runs in a marked page: goes from change to change by the keys n and p, and as the page around it asks, which is told how
 * many there are. Opened by itself, the page has buttons of its own. Plain script: it is served with its types taken out.
 */

const root = document.documentElement;
const count = Number(root.dataset["congChanges"] ?? 0);
const framedBy = root.dataset["framedBy"] ?? "";
const isFramed = window.parent !== window;
let here = 0;

const say = () => {
  if (isFramed && framedBy) window.parent.postMessage({ cong: "changes", count, here }, framedBy);
  const line = document.querySelector(".cong-bar [role=status]");
  if (line)
    line.textContent = here === 0 ? `${String(count)} chỗ sửa` : `Chỗ sửa ${String(here)}/${String(count)}`;
};

function go(step: number): void {
  if (count === 0) return;
  here = here === 0 && step < 0 ? count : ((here - 1 + step + count) % count) + 1;
  for (const mark of document.querySelectorAll("[data-cong-here]")) mark.removeAttribute("data-cong-here");
  for (const mark of document.querySelectorAll(`[data-cong-change="${String(here)}"]`))
    mark.setAttribute("data-cong-here", "");
  const first = document.getElementById(`cho-sua-${String(here)}`);
  first?.closest("details")?.setAttribute("open", "");
  if (first) {
    // Scrolls this page alone, never the one around it.
    const { top, height } = first.getBoundingClientRect();
    const room = Math.max(0, window.innerHeight - height) / 3;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    window.scrollTo({ top: window.scrollY + top - room, behavior: still ? "auto" : "smooth" });
    if (document.hasFocus()) first.focus({ preventScroll: true });
  }
  say();
}

window.addEventListener(
  "message",
  ({ origin, source, data }: MessageEvent<{ cong?: unknown; step?: unknown }>) => {
    if (!isFramed || origin !== framedBy || source !== window.parent || data.cong !== "go") return;
    go(data.step === -1 ? -1 : 1);
  },
);

document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const isTyping = target instanceof Element && target.closest("input, textarea, select") !== null;
  if (isTyping || ctrlKey || metaKey || altKey || (key !== "n" && key !== "p")) return;
  event.preventDefault();
  go(key === "n" ? 1 : -1);
});

if (!isFramed && count > 0) {
  const bar = document.createElement("aside");
  bar.className = "cong-bar";
  bar.setAttribute("aria-label", "Các chỗ sửa");
  const button = (words: string, name: string, step: number) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.setAttribute("aria-label", name);
    made.addEventListener("click", () => {
      go(step);
    });
    return made;
  };
  const line = document.createElement("span");
  line.setAttribute("role", "status");
  bar.append(button("‹", "Chỗ sửa trước", -1), line, button("›", "Chỗ sửa sau", 1));
  document.body.append(bar);
}
say();
