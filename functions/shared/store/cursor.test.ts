import { describe, expect, it } from 'vitest';
import { BadCursorError, cursorOf, startOf } from './cursor.ts';

describe('a cursor', () => {
  const lastKey = { pk: 'ORG#a#ORDER#1', sk: 'ORDER' };

  it('leads back to where its list stopped', () => {
    expect(startOf(cursorOf(lastKey, 'ORG#a'), 'ORG#a')).toEqual(lastKey);
  });

  it('opens no other list', () => {
    expect(() => startOf(cursorOf(lastKey, 'ORG#a'), 'ORG#b')).toThrow(BadCursorError);
  });

  it('is refused when it is not ours', () => {
    const forged = Buffer.from(JSON.stringify(['x', lastKey])).toString('base64url');
    for (const bad of ['', 'rubbish', forged]) expect(() => startOf(bad, 'ORG#a')).toThrow(BadCursorError);
  });
});
