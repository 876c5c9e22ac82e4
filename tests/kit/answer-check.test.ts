import { describe, expect, it } from 'vitest';
import { contractBreaches, eventBreaches, operationKeys } from './answer-check.ts';

const json = 'application/json';
const placed = {
  orderId: '01980000-0000-7000-8000-000000000010',
  status: 'pending',
  totalAmount: { amountMinor: 900, currency: 'EUR' },
};
const problem = { type: 'https://lonja.dev/problems/not-found', title: 'Not found', status: 404, correlationId: 'checkout-1' };

const breaches = (status: number, body: unknown, contentType = json) =>
  contractBreaches('POST /orders', { status, contentType, text: typeof body === 'string' ? body : JSON.stringify(body) }).join(
    '\n',
  );

describe('contractBreaches', () => {
  it('finds none in an answer as it is described', () => {
    expect(breaches(201, placed)).toBe('');
    expect(breaches(422, { ...problem, status: 422 }, 'application/problem+json; charset=utf-8')).toBe('');
  });

  it('knows every operation', () => {
    expect(operationKeys).toContain('POST /orders/{orderId}/cancel');
    expect(contractBreaches('GET /nowhere', { status: 200, contentType: json, text: '{}' })).toEqual([
      'GET /nowhere is not in openapi.yaml',
    ]);
  });

  it.each([
    {
      wrong: 'a status that is not listed',
      found: breaches(418, problem),
      says: /answers 418, which openapi.yaml does not list/,
    },
    {
      wrong: 'another media type',
      found: breaches(201, placed, 'text/plain'),
      says: /is text\/plain, openapi.yaml says application\/json/,
    },
    {
      wrong: 'a plain error',
      found: breaches(422, { message: 'no' }, json),
      says: /openapi.yaml says application\/problem\+json/,
    },
    { wrong: 'a missing property', found: breaches(201, { ...placed, orderId: undefined }), says: /required property 'orderId'/ },
    {
      wrong: 'money in floats',
      found: breaches(201, { ...placed, totalAmount: { amountMinor: 9.5, currency: 'EUR' } }),
      says: /amountMinor must be integer/,
    },
    { wrong: 'an id that is none', found: breaches(201, { ...placed, orderId: '17' }), says: /orderId must match format "uuid"/ },
    {
      wrong: 'a problem without correlation id',
      found: breaches(422, { ...problem, correlationId: undefined }, 'application/problem+json'),
      says: /'correlationId'/,
    },
    { wrong: 'text', found: breaches(201, '<html>'), says: /the body is not JSON/ },
  ])('finds $wrong', ({ found, says }) => {
    expect(found).toMatch(says);
  });
});

describe('eventBreaches', () => {
  it('names an unknown type and a broken envelope', () => {
    expect(eventBreaches({ detailType: 'order.forgotten' })).toEqual(['order.forgotten has no schema']);
    expect(eventBreaches({ detailType: 'order.created', eventData: {} }).join()).toMatch(/required property 'metadata'/);
  });
});
