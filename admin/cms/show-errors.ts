/**
 * Brings the first field that the form complains about into view when someone saves: Decap marks it where it stands,
 * which may be screens above the button's last sight, and says nothing else.
 */
export function showErrors(page: Document): void {
  page.addEventListener("click", ({ target }) => {
    if (
      !(target instanceof Element) ||
      !target.closest('[class*="EditorToolbar"] button, [class*="ToolbarContainer"] button')
    )
      return;
    // The form is checked and drawn again first.
    setTimeout(() => {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const [first] = page.querySelectorAll<HTMLElement>('#nc-root [class*="ControlErrorsList"]');
      first?.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
    }, 150);
  });
}
