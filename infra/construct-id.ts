/** `reserve-stock` → `ReserveStock`: names as they appear in templates and outputs. */
export const constructId = (...words: string[]): string =>
  words
    .flatMap((word) => word.split('-'))
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
