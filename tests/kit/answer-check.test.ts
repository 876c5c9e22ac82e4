import { describe, expect, it } from 'vitest';
import { contractBreaches, eventBreaches, operationKeys, problemBreaches } from './answer-check.ts';

const placed = {
  orderId: '01980000-0000-7000-8000-000000000010',
  status: 'pending',
  totalAmount: { amountMinor: 900, currency: 'EUR' },
};
const invalid = {
  type: 'https://lonja.dev/problems/invalid-input',
  title: 'Invalid input',
  status: 422,
  correlationId: 'checkout-1',
};
const json = { 'Content-Type': 'application/json', 'X-Correlation-Id': 'checkout-1', Location: 'orders/1' };
const problemJson = { ...json, 'Content-Type': 'application/problem+json; charset=utf-8' };

const answer = (status: number, body: unknown, headers: Record<string, string>) => ({
  status,
  headers: new Headers(headers),
  text: typeof body === 'string' ? body : JSON.stringify(body),
});
const breaches = (status: number, body: unknown, headers: Record<string, string> = json) =>
  contractBreaches('POST /orders', answer(status, body, headers)).join('\n');
const withoutHeader = (name: keyof typeof json) => Object.fromEntries(Object.entries(json).filter(([key]) => key !== name));

describe('contractBreaches', () => {
  it('finds none in a response as it is described', () => {
    expect(breaches(201, placed)).toBe('');
    expect(breaches(201, placed, { ...json, 'Idempotency-Replayed': 'true' })).toBe('');
    expect(breaches(422, invalid, problemJson)).toBe('');
  });

  it('knows every operation', () => {
    expect(operationKeys).toContain('POST /orders/{orderId}/cancel');
    expect(contractBreaches('GET /nowhere', answer(200, {}, json))).toEqual(['GET /nowhere is not in the contract']);
  });

  it.each([
    {
      wrong: 'a status that is not listed',
      found: breaches(418, invalid),
      says: /answers 418, which the contract does not list/,
    },
    {
      wrong: 'another media type',
      found: breaches(201, placed, { ...json, 'Content-Type': 'text/plain' }),
      says: /is text\/plain, and the contract says application\/json/,
    },
    { wrong: 'a plain error', found: breaches(422, { message: 'no' }), says: /the contract says application\/problem\+json/ },
    { wrong: 'a missing property', found: breaches(201, { ...placed, orderId: undefined }), says: /required property 'orderId'/ },
    {
      wrong: 'money in floats',
      found: breaches(201, { ...placed, totalAmount: { amountMinor: 9.5, currency: 'EUR' } }),
      says: /amountMinor must be integer/,
    },
    { wrong: 'an id that is none', found: breaches(201, { ...placed, orderId: '17' }), says: /orderId must match format "uuid"/ },
    { wrong: 'a missing Location', found: breaches(201, placed, withoutHeader('Location')), says: /it has no Location/ },
    {
      wrong: 'a missing correlation id',
      found: breaches(201, placed, withoutHeader('X-Correlation-Id')),
      says: /it has no X-Correlation-Id/,
    },
    {
      wrong: 'a malformed header',
      found: breaches(201, placed, { ...json, 'X-Correlation-Id': 'no' }),
      says: /X-Correlation-Id \/ must match pattern/,
    },
    {
      wrong: 'an outage that does not say when to try again',
      found: breaches(503, { ...invalid, type: 'https://lonja.dev/problems/busy', title: 'Busy', status: 503 }, problemJson),
      says: /it has no Retry-After/,
    },
    {
      wrong: 'a problem without correlation id',
      found: breaches(422, { ...invalid, correlationId: undefined }, problemJson),
      says: /'correlationId'/,
    },
    {
      wrong: 'a problem that is not listed',
      found: breaches(422, { ...invalid, type: 'https://lonja.dev/problems/odd' }, problemJson),
      says: /the contract does not list the problem https:\/\/lonja\.dev\/problems\/odd/,
    },
    {
      wrong: 'a problem of another status',
      found: breaches(409, { ...invalid, status: 409 }, problemJson),
      says: /invalid-input has status 422 and title Invalid input/,
    },
    {
      wrong: 'a problem with the title of another',
      found: breaches(422, { ...invalid, title: 'Not found' }, problemJson),
      says: /invalid-input has status 422 and title Invalid input/,
    },
    { wrong: 'text', found: breaches(201, '<html>'), says: /the body is not JSON/ },
  ])('finds $wrong', ({ found, says }) => {
    expect(found).toMatch(says);
  });
});

describe('problemBreaches', () => {
  const problem = { ...invalid, type: 'https://lonja.dev/problems/method-not-allowed', title: 'Method not allowed', status: 405 };

  it('knows the problems of paths and methods that are not in the contract', () => {
    expect(problemBreaches(answer(405, problem, { ...problemJson, Allow: 'GET, PUT' }))).toEqual([]);
    expect(problemBreaches(answer(405, problem, problemJson))).toEqual(['it has no Allow']);
    expect(problemBreaches(answer(418, problem, problemJson))).toEqual(['the contract describes no problem of status 418']);
  });
});

describe('eventBreaches', () => {
  it('names an unknown type and a broken envelope', () => {
    expect(eventBreaches({ detailType: 'order.forgotten' })).toEqual(['order.forgotten has no schema']);
    expect(eventBreaches({ detailType: 'order.created', eventData: {} }).join()).toMatch(/required property 'metadata'/);
  });
});
