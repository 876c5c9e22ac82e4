import { beforeAll, describe, expect, it } from 'vitest';
import { inTurns } from '../../functions/shared/waiting/in-turns.ts';
import { type Market, openMarket } from '../kit/market.ts';
import { type Call, call, newIdempotencyKey } from '../kit/rest.ts';
import {
  bodyTexts,
  contractOperations,
  illFormedTexts,
  parameterTexts,
  sampleRequest,
  withText,
} from '../kit/sample-requests.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket();
});

/** A URL is UTF-8, which has no form for half of a surrogate pair. */
const badInUrl = Object.values(illFormedTexts).filter((text) => text.isWellFormed());
const atOnce = 4;

const withTexts = contractOperations.filter(
  (operation) => bodyTexts(operation).length + parameterTexts(operation, 'query').length > 0,
);

describe.each(withTexts)('$key', (operation) => {
  it('answers ill-formed text with 422, wherever it is', async () => {
    const sample = sampleRequest(operation);
    const calls = [
      ...bodyTexts(operation).flatMap((place) =>
        Object.values(illFormedTexts).map((text) => ({ place, sent: { ...sample, body: withText(sample.body, place, text) } })),
      ),
      ...parameterTexts(operation, 'query').flatMap((place) =>
        badInUrl.map((text) => ({ place, sent: { ...sample, query: withText(sample.query, place, text) } })),
      ),
    ];
    await inTurns(calls, atOnce, async ({ place, sent }) => {
      const options: Call = { ...sent, token: market.admin.token, headers: newIdempotencyKey() };
      const { status, body } = await call(operation.key, options);
      const path = `/${place.path.join('/')}`;
      expect({ path, status, errors: body.errors }).toMatchObject({
        status: 422,
        errors: expect.arrayContaining([expect.objectContaining({ path })]),
      });
    });
  });
});
