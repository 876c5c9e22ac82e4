import { describe, expect, it, vi } from 'vitest';
import { paymentWorld } from '../../../tests/kit/payment-world.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { log } from '../../shared/log.ts';
import { handler } from '../rest.ts';

const { table, provider } = paymentWorld();
const buyer = newCaller({ permissions: ['order:place'] });
const validate = (token: string, caller = buyer) => send(handler, 'POST /payments/methods/validate', { body: { token }, caller });

describe('validatePaymentMethod', () => {
  it('says that the provider could charge a token, and stores nothing', async () => {
    provider.reply = () => ({ status: 200, body: { status: 'valid' } });
    expect(await validate('tok_ok')).toMatchObject({ status: 200, body: { isValid: true } });
    expect(provider.requests).toMatchObject([{ path: '/payment-methods/validate', body: { source: 'tok_ok' } }]);
    expect(table.requests()).toEqual([]);
  });

  it('says why it could not', async () => {
    provider.reply = () => ({ status: 200, body: { status: 'invalid', error: 'unknown_source' } });
    expect(await validate('tok_guessed')).toMatchObject({ status: 200, body: { isValid: false, reason: 'unknown_source' } });
  });

  it('is 503 while the provider is out: that says nothing about the card', async () => {
    provider.reply = () => ({ status: 503 });
    const logged = vi.spyOn(log, 'warn');
    const { status, headers, rawBody } = await validate('tok_private');
    expect([status, headers['Retry-After']]).toEqual([503, '5']);
    expect(rawBody + JSON.stringify(logged.mock.calls)).not.toContain('tok_private');
  });

  it('takes no card number, and asks for a caller who may order', async () => {
    expect(await validate('4242424242424242')).toMatchObject({ status: 422 });
    expect(await validate('tok_ok', newCaller({ permissions: [] }))).toMatchObject({ status: 403 });
    expect(provider.requests).toEqual([]);
  });
});
