/** `1 article`, `2 articles`, `1,200 articles`. */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
