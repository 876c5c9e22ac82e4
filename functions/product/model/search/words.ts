/**
 * The words of a text as the index and the queries compare them: without case, accents and other marks, and in compatibility form, so
 * that ways to type the same letter are one. Everything but letters and digits separates words.
 */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');
