import { v7 } from 'uuid';

/** A new UUID v7; ids minted later sort later. `at` is the ISO 8601 instant it is minted for. */
export function newId(at: string): string {
  return v7({ msecs: Date.parse(at) });
}
