/** A text by itself: a piece cut out of a longer one keeps all of that in memory for as long as it lives. */
export const detached = (text: string): string => ` ${text}`.slice(1);
