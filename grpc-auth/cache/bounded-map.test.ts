import { describe, expect, it } from 'vitest';
import { BoundedMap } from './bounded-map.ts';

describe('BoundedMap', () => {
  it('never holds more than it may', () => {
    const map = new BoundedMap<number>(100);
    for (let index = 0; index < 10_000; index++) {
      map.set(`key ${index}`, index);
      expect(map.size).toBeLessThanOrEqual(100);
    }
    expect(map.get('key 9999')).toBe(9999);
    expect(map.get('key 0')).toBeUndefined();
  });

  it('keeps what is asked for', () => {
    const map = new BoundedMap<number>(100);
    map.set('asked for', 1);
    for (let index = 0; index < 10_000; index++) {
      map.set(`key ${index}`, index);
      expect(map.get('asked for')).toBe(1);
    }
  });

  it('holds one value under a key, the newest', () => {
    const map = new BoundedMap<number>(4);
    for (let index = 0; index < 10; index++) {
      map.set('a', index);
      map.set(`other ${index}`, index);
      expect(map.get('a')).toBe(index);
    }
    map.clear();
    expect([map.get('a'), map.size]).toEqual([undefined, 0]);
  });
});
