import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sqsRecord } from '../../../tests/kit/event-batch.ts';
import { stubSqs } from '../../../tests/kit/stub-sqs.ts';
import { backOffSeconds, buryMessage, partsOf } from './dead-letter.ts';

const sqs = stubSqs();

describe('buryMessage', () => {
  const why = { consumer: 'shelf', cause: 'broken' };

  it('sends a large message in parts that say which they are', async () => {
    const body = '🧀'.repeat(150_000);
    await buryMessage(sqsRecord(body), why);
    expect(sqs.buried.map((message) => message.body).join('')).toBe(body);
    expect(sqs.buried.map(({ attributes }) => attributes.part)).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });

  it('makes a cause fit for an attribute', async () => {
    for (const cause of ['', 'tab\tand\u0000nul\uFFFE', 'x'.repeat(5000), '\uD83E alone'])
      await buryMessage(sqsRecord('m'), { ...why, cause });
    const causes = sqs.buried.map(({ attributes }) => attributes.cause);
    expect(causes).toEqual(['unknown', 'tab\tand nul ', 'x'.repeat(1000), '  alone']);
  });
});

describe('backOffSeconds', () => {
  it('outlasts an outage of an hour within ten receives, never more than 15 minutes at a time', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(backOffSeconds);
    expect(waits.slice(0, 3)).toEqual([1, 4, 16]);
    expect(Math.max(...waits)).toBe(900);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(3600);
  });
});

describe('partsOf', () => {
  it('cuts between characters and loses none', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
        fc.integer({ min: 4, max: 50 }),
        (text, maxBytes) => {
          const parts = partsOf(text, maxBytes);
          expect(parts.join('')).toBe(text);
          for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(maxBytes);
        },
      ),
    );
  });

  it('sends something even of nothing', () => {
    expect(partsOf('', 10)).toEqual([' ']);
  });
});
