/** Takes the name of Decap's error class out of the messages that people read. */
export function plainMessages(page: Document): void {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) clean(node);
  }).observe(page.body, { childList: true, subtree: true });
}

function clean(node: Node): void {
  if (!(node instanceof Element) || !(node.closest(".Toastify") ?? node.querySelector(".Toastify"))) return;
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.data.includes("API_ERROR: ")) text.data = text.data.replaceAll("API_ERROR: ", "");
  }
}
