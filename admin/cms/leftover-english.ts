/** What the lists of choices say, for which Decap has no phrases: they are drawn by another library, in English. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/^No options$/, "Không có mục nào khớp."],
  [/^Loading\.\.\.$/, "Đang tải…"],
  [/^Select\.\.\.$/, "Chọn…"],
  [
    /Use Up and Down to choose options, press Enter to select the currently focused option, press Escape to exit the menu(?:, press Tab to select the option and exit the menu)?\./,
    "Bấm mũi tên lên, xuống để chuyển mục, Enter để chọn, Esc để đóng danh sách.",
  ],
  [
    /^.*? is focused ?,?(?:type to refine list)?,? ?press Down to open the menu,.*$/,
    "Gõ để lọc, bấm mũi tên xuống để mở danh sách.",
  ],
  [
    /Use left and right to toggle between focused values, press Backspace to remove the currently focused value/,
    "Bấm mũi tên trái, phải để chuyển mục đã chọn, Backspace để bỏ mục ấy.",
  ],
  [/All selected options have been cleared\./, "Đã bỏ chọn tất cả."],
  [/options? (.*?), selected\./, "Đã chọn $1."],
  [/option (.*?), deselected\./, "Đã bỏ chọn $1."],
  [/option (.*?) is disabled\. Select another option\./, "Không chọn được $1; hãy chọn mục khác."],
  [/value (.*?) focused, (\d+) of (\d+)\./, "Đang ở $1, $2 trên $3."],
  [/(\d+) results? available(?: for search term (.*?))?\./, "$1 mục khớp $2."],
  [/, (\d+) of (\d+)\./, ", $1 trên $2."],
];

/** What a notice of Decap's tells a screen reader about its parts. */
const namesInNotices: Readonly<Record<string, string>> = {
  close: "Đóng thông báo",
  "notification timer": "Thời gian còn hiện thông báo",
};

/** Puts into Vietnamese what Decap says without a phrase of its own, as it is drawn or read out. */
export function replaceEnglish(page: Document): void {
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes)
      for (const node of addedNodes.length > 0 ? addedNodes : [target]) translate(node, page);
  }).observe(page.body, { childList: true, subtree: true, characterData: true });
}

function translate(node: Node, page: Document): void {
  const place = node instanceof Element ? node : node.parentElement;
  if (!place) return;
  for (const part of place.querySelectorAll(".Toastify [aria-label], .Toastify__toast [aria-label]")) {
    const name = namesInNotices[part.getAttribute("aria-label") ?? ""];
    if (name) part.setAttribute("aria-label", name);
  }
  if (!place.closest("#nc-root")) return;
  // The emblem over the sign-in says nothing that the words below it do not.
  for (const logo of place.querySelectorAll<HTMLImageElement>('img[alt="Logo"]')) logo.alt = "";
  const texts = page.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text: Node | null = node instanceof Text ? node : texts.nextNode(); text; text = texts.nextNode())
    if (isInList(text)) say(text as Text);
}

/** An editor's own text is never touched. */
const isInList = (text: Node) =>
  text.parentElement?.closest(
    '[aria-live], [class*="menu" i], [class*="placeholder" i], [class*="MessageCSS"]',
  ) != null && text.parentElement.closest("[data-slate-editor], textarea") === null;

function say(text: Text): void {
  const words = inVietnamese(text.data);
  if (words !== text.data) text.data = words;
}

/** The same words in Vietnamese, as far as they are known. */
export const inVietnamese = (words: string): string =>
  phrases.reduce((said, [english, vietnamese]) => said.replace(english, vietnamese), words);
