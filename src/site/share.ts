/** Shows the button that opens the device's own way of sharing, or copies the address where it has none. */
export function offerSharing(page: Document): void {
  const button = page.querySelector<HTMLButtonElement>(".share button");
  const address = button?.dataset["address"];
  if (!button || address === undefined) return;
  const canShare = "share" in navigator;
  if (canShare) button.textContent = button.dataset["share"] ?? "";
  button.closest("li")?.removeAttribute("inert");
  button.addEventListener("click", () => {
    void (canShare ? share(page.title, address) : copy(button, address));
  });
}

async function share(title: string, url: string): Promise<void> {
  // A reader who closes the panel without sharing has done nothing wrong.
  await navigator.share({ title, url }).catch(() => undefined);
}

async function copy(button: HTMLButtonElement, address: string): Promise<void> {
  const copied = await navigator.clipboard.writeText(address).then(
    () => true,
    () => false,
  );
  button.textContent = button.dataset[copied ? "copied" : "notCopied"] ?? "";
}
