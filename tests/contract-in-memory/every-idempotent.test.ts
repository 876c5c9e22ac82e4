import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../kit/fields.ts';
import { contractMarket, operationsInMemory } from './contract-market.ts';

const { api, recordedOf } = contractMarket();
const idempotent = operationsInMemory.filter((operation) => operation.idempotent);
const newKey = () => ({ 'Idempotency-Key': randomUUID() });

describe('every operation with an Idempotency-Key', () => {
  it.each(idempotent)('is answered once, and then the same again byte for byte: $key', async (operation) => {
    for (const { sent, goBack } of recordedOf(operation)) {
      goBack();
      const request = { ...sent, headers: newKey() };
      const first = await api.send(operation, request);
      const stored = api.tables.items(operation.domain);
      const second = await api.send(operation, request);
      expect(first.headers).not.toHaveProperty('Idempotency-Replayed');
      expect(second.headers).toMatchObject({ 'Idempotency-Replayed': 'true' });
      expect([second.status, second.rawBody, second.headers.Location]).toEqual([
        first.status,
        first.rawBody,
        first.headers.Location,
      ]);
      expect(api.tables.items(operation.domain)).toEqual(stored);

      const other = await api.send(operation, { ...request, rawBody: `${JSON.stringify(sent.body)} ` });
      expect([other.status, fieldsOf(other.body).title]).toEqual([422, 'Idempotency key reused']);
    }
  });

  it.each(idempotent)('may be sent again under its key after a refusal: $key', async (operation) => {
    for (const { sent, goBack } of recordedOf(operation)) {
      goBack();
      const headers = newKey();
      for (const wrong of wrongRequests(sent)) {
        const refused = await api.send(operation, { ...wrong, headers });
        expect([400, 401, 403, 404, 409, 422]).toContain(refused.status);
      }
      const accepted = await api.send(operation, { ...sent, headers });
      expect(accepted.status).toBeLessThan(400);
      expect(accepted.headers).not.toHaveProperty('Idempotency-Replayed');
    }
  });

  it.each(idempotent)('needs a key: $key', async (operation) => {
    const [one] = recordedOf(operation);
    const answers = [];
    for (const key of ['', 'short', 'with space']) {
      answers.push(await api.send(operation, { ...one?.sent, headers: { 'Idempotency-Key': key } }));
    }
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  });
});

type Request = Parameters<typeof api.send>[1];

/** The request with a broken body, and with every id in it, or in its path, that of something that does not exist. */
function wrongRequests(sent: Request): Request[] {
  const unknown = (text: string) => text.replace(/"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g, () => `"${randomUUID()}"`);
  const elsewhere = {
    ...sent,
    params: JSON.parse(unknown(JSON.stringify(sent.params ?? {}))),
    body: JSON.parse(unknown(JSON.stringify(sent.body))),
  };
  const isElsewhere = JSON.stringify([elsewhere.params, elsewhere.body]) !== JSON.stringify([sent.params ?? {}, sent.body]);
  return [{ ...sent, rawBody: '{' }, { ...sent, body: { nothing: 'of this' } }, ...(isElsewhere ? [elsewhere] : [])];
}
