import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childTraceparent, isCorrelationId, newCorrelationId } from './trace.ts';

describe('childTraceparent', () => {
  const parent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

  it('keeps the trace and its flags and opens a new span', () => {
    const child = childTraceparent(parent);
    expect(child.slice(0, 36)).toBe(parent.slice(0, 36));
    expect(child.slice(52)).toBe('-01');
    expect(child).not.toBe(parent);
  });

  it('opens a new trace when the parent is missing or malformed', () => {
    const wellFormed = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;
    for (const bad of [undefined, '', 'x', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, parent.replace('00-', 'ff-')]) {
      expect(childTraceparent(bad)).toMatch(wellFormed);
    }
  });
});

describe('isCorrelationId', () => {
  it('takes what we mint', () => {
    expect(isCorrelationId(newCorrelationId())).toBe(true);
  });

  it('refuses what could break a log line or a header', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        if (isCorrelationId(text)) expect(text).toMatch(/^[\w-]{8,64}$/);
      }),
    );
    for (const bad of ['short', 'a'.repeat(65), 'with space', 'new\nline1', '"quoted"8'])
      expect(isCorrelationId(bad)).toBe(false);
  });
});
