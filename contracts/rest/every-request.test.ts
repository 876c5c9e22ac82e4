import { describe, expect, it } from 'vitest';
import { type Answer, EarlyAnswer, type ReplayedAnswer } from '../../functions/shared/rest/answer.ts';
import { responseOf } from '../../functions/shared/rest/response.ts';
import { type RestContext, type RestInput, required } from '../../functions/shared/rest/rest-call.ts';
import type { Route } from '../../functions/shared/rest/route.ts';
import { readInput } from '../../functions/shared/rest/steps/read-input.ts';
import { problemBreaches, type ReceivedAnswer } from '../../tests/kit/answer-check.ts';
import { lambdaContext } from '../../tests/kit/lambda-context.ts';
import { generatedOperations } from '../../tests/kit/operation-tables.ts';
import { gatewayEvent, newCause } from '../../tests/kit/rest-request.ts';
import {
  bodyTexts,
  contractOperations,
  illFormedTexts,
  isId,
  parameterTexts,
  type SampleRequest,
  sampleRequest,
  withText,
} from '../../tests/kit/sample-requests.ts';
import type { Operation } from './openapi.ts';

const generated = await generatedOperations();
const unused: Route = { key: 'GET /locals', run: () => Promise.reject(new Error('this step runs no route')) };

/** What the edge makes of a request: the input of the route, or its refusal. */
async function read({ key }: Operation, sent: SampleRequest): Promise<RestInput | Answer | ReplayedAnswer> {
  const operation = generated.get(key);
  if (operation === undefined) throw new Error(`no table has ${key}`);
  const matched = { operation, route: unused };
  const context: RestContext = { ...lambdaContext(), call: { cause: newCause(), matched } };
  const event = gatewayEvent(key, { ...sent, receivedAt: '2026-11-22T10:00:00.000Z' });
  try {
    await readInput().before?.({ event, context, response: null, error: null, internal: {} });
  } catch (thrown) {
    if (thrown instanceof EarlyAnswer) return thrown.answer;
    throw thrown;
  }
  return required(context.call.input, 'readInput');
}

/** A refusal as a client receives it. */
function received(refused: Awaited<ReturnType<typeof read>>): ReceivedAnswer {
  if (!('status' in refused) || !('body' in refused)) throw new Error('it was not refused');
  const { statusCode, headers, body } = responseOf(refused, 'checkout-7f3a9c21');
  return { status: statusCode, headers: new Headers({ ...headers, 'X-Correlation-Id': 'checkout-7f3a9c21' }), text: body };
}

const upperCased = (text: string) => text.toUpperCase();
const pointer = (path: readonly string[]) => `/${path.join('/')}`;
const refusedAt = (path: string) => ({
  status: 422,
  body: {
    errors: expect.arrayContaining([{ path, message: 'the text must be well-formed Unicode without NUL and noncharacters' }]),
  },
});
const badTexts = Object.values(illFormedTexts);

describe.each(contractOperations)('$key', (operation) => {
  const sample = sampleRequest(operation);

  it('accepts a request as the contract describes it', async () => {
    expect(await read(operation, sample)).toMatchObject({ params: sample.params, body: sample.body });
  });

  it('refuses ill-formed text in every text of the body, and names the place', async () => {
    for (const place of bodyTexts(operation)) {
      for (const text of badTexts) {
        const refused = await read(operation, { ...sample, body: withText(sample.body, place, text) });
        expect(refused).toMatchObject(refusedAt(pointer(place.path)));
      }
    }
  });

  it('answers nonsense with a problem of the contract: at most 20 places, none too long', async () => {
    if (operation.body === undefined) return;
    const nonsense = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}/~${'x'.repeat(1000)}`, '\0']));
    const refused = await read(operation, { ...sample, query: { ...sample.query, unknown: '\0' }, body: nonsense });
    const { errors }: { errors: { path: string }[] } = Object('body' in refused ? refused.body : {});
    expect(errors.length).toBeGreaterThan(0);
    expect(problemBreaches(received(refused))).toEqual([]);
    const inBody = await read(operation, { ...sample, body: nonsense });
    expect(problemBreaches(received(inBody))).toEqual([]);
    expect(JSON.stringify(inBody)).toContain('/0~1~0x');
  });

  it('refuses ill-formed text in the name of a property', async () => {
    if (operation.body === undefined) return;
    for (const text of badTexts) {
      const refused = await read(operation, { ...sample, body: { ...Object(sample.body), [text]: 1 } });
      expect(refused).toMatchObject({
        status: 422,
        body: { errors: expect.arrayContaining([expect.objectContaining({ path: '/a\uFFFD' })]) },
      });
    }
  });

  it('refuses ill-formed text in every parameter: 422 in the query, 404 in the path', async () => {
    for (const text of badTexts) {
      for (const place of parameterTexts(operation, 'query')) {
        const refused = await read(operation, { ...sample, query: withText(sample.query, place, text) });
        expect(refused).toMatchObject(refusedAt(pointer(place.path)));
      }
      // A URL is UTF-8, which has no form for half of a surrogate pair.
      for (const place of text.isWellFormed() ? parameterTexts(operation, 'path') : []) {
        expect(await read(operation, { ...sample, params: withText(sample.params, place, text) })).toMatchObject({ status: 404 });
      }
    }
  });

  it('takes every id in capitals for the same id', async () => {
    const expected = await read(operation, sample);
    for (const place of parameterTexts(operation, 'path').filter(isId)) {
      const id = sample.params[place.path[0] ?? ''] ?? '';
      expect(await read(operation, { ...sample, params: withText(sample.params, place, upperCased(id)) })).toEqual(expected);
    }
    for (const place of parameterTexts(operation, 'query').filter(isId)) {
      const request = (text: string) => read(operation, { ...sample, query: withText(sample.query, place, text) });
      expect(await request(upperCased(someId))).toEqual(await request(someId));
    }
    for (const place of operation.signedBody === undefined ? bodyTexts(operation).filter(isId) : []) {
      const request = (text: string) => read(operation, { ...sample, body: withText(sample.body, place, text) });
      const [inCapitals, asUsual] = [await request(upperCased(someId)), await request(someId)];
      expect({ ...inCapitals, rawBody: '' }).toEqual({ ...asUsual, rawBody: '' });
      expect(asUsual).toMatchObject({ receivedAt: expect.any(String) });
    }
  });
});

const someId = '01980000-0000-7000-8000-00000000fedc';

it('finds texts and ids in the contract', () => {
  const texts = contractOperations.flatMap(bodyTexts);
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter(isId).map(({ path }) => pointer(path))).toEqual(
    expect.arrayContaining(['/organizationId', '/localIds/0', '/lines/0/productId', '/reference/orderId']),
  );
});
