/** What a subscriber of the bench watches: all of it. */
export const watchedProductIds = Array.from(
  { length: 100 },
  (_, number) => `0193a000-0000-7000-8000-${String(number).padStart(12, '0')}`,
);

/** To the stock server, which answers how many values it has published so far; none: it pauses. */
export type StockOrder = { changesAtATime: number };
