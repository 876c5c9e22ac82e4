/** Keeps the first items of an order without sorting all of them. */
export class FirstHits<Item> {
  readonly items: Item[] = [];
  private readonly size: number;
  private readonly compare: (one: Item, other: Item) => number;

  constructor(size: number, compare: (one: Item, other: Item) => number) {
    this.size = size;
    this.compare = compare;
  }

  offer(item: Item): void {
    const { items, size, compare } = this;
    const last = items[size - 1];
    if (last !== undefined && compare(item, last) >= 0) return;
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = items[middle];
      if (there !== undefined && compare(there, item) < 0) low = middle + 1;
      else high = middle;
    }
    items.splice(low, 0, item);
    if (items.length > size) items.pop();
  }
}
