import { describe, expect, it } from 'vitest';
import { sensitivePlaces, withSensitivePlaces } from './sensitive-places.ts';

const data = { id: 'a', name: 'Nerea', home: { street: 'Maestra', city: 'Jaén' }, parcels: [{ to: 'one' }, {}, { to: 'two' }] };
const paths = ['/name', '/phone', '/home/street', '/parcels/*/to'];

describe('sensitivePlaces', () => {
  it('finds what is there, at the top, inside of objects and in lists', () => {
    expect(sensitivePlaces(data, paths)).toEqual([
      { pointer: '/name', value: 'Nerea' },
      { pointer: '/home/street', value: 'Maestra' },
      { pointer: '/parcels/0/to', value: 'one' },
      { pointer: '/parcels/2/to', value: 'two' },
    ]);
  });

  it.each([[null], ['text'], [{ home: 'text', parcels: { to: 'one' } }]])('finds nothing in %j', (other) => {
    expect(sensitivePlaces(other, paths)).toEqual([]);
  });
});

describe('withSensitivePlaces', () => {
  it('replaces what is there, leaves out what becomes undefined, and changes nothing in place', () => {
    const before = structuredClone(data);
    expect(withSensitivePlaces(data, paths, ({ pointer }) => (pointer === '/name' ? 'X' : undefined))).toEqual({
      id: 'a',
      name: 'X',
      home: { city: 'Jaén' },
      parcels: [{}, {}, {}],
    });
    expect(data).toEqual(before);
  });
});
