import type { FacetCount } from '../../../../generated/rest/types.ts';
import { compareTexts } from './name-order.ts';
import type { ValueList } from './value-list.ts';

const maxValues = 50;

/** How often each value of a field was found. */
export class FacetCounts {
  private readonly counts: Int32Array;
  private readonly list: ValueList;

  constructor(list: ValueList) {
    this.list = list;
    this.counts = new Int32Array(list.values.length);
  }

  count(number: number): void {
    this.counts[number] = (this.counts[number] ?? 0) + 1;
  }

  /** The most frequent values, and the chosen one even if it was not found. */
  facet(chosen: string | undefined): FacetCount[] {
    const found = this.list.values
      .map((value, number) => ({ value, count: this.counts[number] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count || compareTexts(one.value, other.value));
    const listed = found.slice(0, maxValues);
    if (chosen === undefined || listed.some(({ value }) => value === chosen)) return listed;
    return [...listed, found.find(({ value }) => value === chosen) ?? { value: chosen, count: 0 }];
  }
}
