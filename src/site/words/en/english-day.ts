const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** A month (`11`) in English: `November`. */
export const englishMonth = (month: string): string => months[Number(month) - 1] ?? month;

/** The same in three letters: `Nov`. */
export const shortMonth = (month: string): string => englishMonth(month).slice(0, 3);

/** A day (`2026`, `11`, `05`) in English: `5 Nov 2026`. */
export const englishDay = (year: string, month: string, day: string): string =>
  `${String(Number(day))} ${shortMonth(month)} ${year}`;
