import MiniSearch, { type AsPlainObject, type Options, type SearchResult } from 'minisearch';
import type { SearchProduct } from './search-change.ts';
import { wordsOf } from './words.ts';

/**
 * Raise it with every change of `wordsOf` and of these options: an index that was stored under another number is built again from its
 * products.
 */
export const indexFormat = 1;

/** From the most to the least telling. */
const fields: readonly string[] = ['name', 'category', 'origin', 'description'];
const options: Options<SearchProduct> = {
  idField: 'productId',
  fields: [...fields],
  tokenize: wordsOf,
  processTerm: (word) => word,
};

const maxQueryWords = 10;
/** Letters that may be wrong in a word of a query. */
const typosIn = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Which products contain which words. */
export class WordIndex {
  private readonly words: MiniSearch<SearchProduct>;

  private constructor(words: MiniSearch<SearchProduct>) {
    this.words = words;
  }

  static of(products: readonly SearchProduct[]): WordIndex {
    const words = new MiniSearch(options);
    words.addAll(products);
    return new WordIndex(words);
  }

  /** One that was stored by `stored`, under the same `indexFormat`. */
  static from(stored: AsPlainObject): WordIndex {
    return new WordIndex(MiniSearch.loadJS(stored, options));
  }

  stored(): AsPlainObject {
    return this.words.toJSON();
  }

  add(product: SearchProduct): void {
    this.words.add(product);
  }

  /** The very product that was added. */
  remove(product: SearchProduct): void {
    this.words.remove(product);
  }

  /**
   * How well products match every word of the query, by id; those that lack one are left out. The rank depends on the product and the
   * query alone, and not on what else is in the index as the scores of MiniSearch do: so an order of pages stays as it is when the
   * index changes.
   */
  ranks(query: string): ReadonlyMap<string, number> {
    const [first, ...others] = [...new Set(wordsOf(query))].slice(0, maxQueryWords);
    if (first === undefined) return new Map();
    let ranks = this.ranksOf(first);
    for (const word of others) {
      const ofWord = this.ranksOf(word);
      ranks = new Map(
        [...ranks].flatMap(([id, rank]) => {
          const more = ofWord.get(id);
          return more === undefined ? [] : [[id, rank + more]];
        }),
      );
    }
    return ranks;
  }

  private ranksOf(word: string): Map<string, number> {
    const found = this.words.search(word, { prefix: true, fuzzy: typosIn });
    return new Map(found.map((result) => [String(result.id), rankOf(word, result)]));
  }
}

/** The best of the product's words that match: a whole word before a beginning before a typo, then the field. */
function rankOf(word: string, { match }: SearchResult): number {
  let best = 0;
  for (const [found, inFields] of Object.entries(match)) {
    const kind = found === word ? 3 : found.startsWith(word) ? 2 : 1;
    const field = Math.min(...inFields.map((name) => fields.indexOf(name)));
    best = Math.max(best, kind * 10 + fields.length - field);
  }
  return best;
}
