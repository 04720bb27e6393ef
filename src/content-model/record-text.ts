/** The parts of a page's text in the search index; the search page shows them apart. */
export interface RecordText {
  number: string | undefined;
  title: string;
  text: string;
}

const afterNumber = " ‖ ";
const afterTitle = " ¦ ";

/** Writes the parts as one text: what stands in front, a number and the title, weighs most in the order of results. */
export function writeRecordText({ number, title, text }: RecordText): string {
  const plain = (part: string) => part.replace(/[‖¦]/g, " ");
  const numbered = number === undefined ? "" : plain(number) + afterNumber;
  return numbered + plain(title) + afterTitle + plain(text);
}

/** Takes such a text apart again. */
export function readRecordText(content: string): RecordText {
  const [front = "", ...rest] = content.split(afterTitle.trim());
  const [title = "", number] = front.split(afterNumber.trim()).reverse();
  return { number: number?.trim(), title: title.trim(), text: rest.join(" ").trim() };
}
