import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../local/process/eventually.ts';
import { linkSecret } from '../../kit/links.ts';
import { openMarket } from '../../kit/market.ts';
import { call, newIdempotencyKey, succeed } from '../../kit/rest.ts';
import { expectSound } from '../../kit/sound-market.ts';

const password = 'four words are enough';

describe('a newcomer', () => {
  it('verifies the address, forgets the password, and chooses another one that ends every session', async () => {
    const market = await openMarket();
    const { organizationId, admin } = market;
    const email = `${randomUUID()}@example.org`;
    const register = () =>
      succeed('POST /auth/register', {
        headers: newIdempotencyKey(),
        body: { email, password, name: 'Ane', language: 'en', organizationId },
      });
    const { userId } = (await register()).body;
    const logIn = (secret = password) => call('POST /auth/login', { body: { organizationId, email, password: secret } });
    const token = String((await logIn()).body.accessToken);

    const proof = await linkSecret(admin, 'auth.verification.requested', userId);
    expect((await call('GET /auth/me', { token })).body).toMatchObject({ email, verified: false, language: 'en' });
    await succeed('POST /auth/verify-email', { body: { secret: proof } });
    expect((await call('POST /auth/verify-email', { body: { secret: proof } })).status).toBe(401);
    expect((await call('GET /auth/me', { token })).body).toMatchObject({ verified: true });

    // Registering again gets an answer of the same kind, and a link for the owner of the address.
    const again = await register();
    expect(again.body).toMatchObject({ organizationId, roles: ['buyer'] });
    expect(again.body.userId).not.toBe(userId);
    const first = await linkSecret(admin, 'auth.password.reset.requested', userId);

    const known = await call('POST /auth/password/forgotten', { body: { organizationId, email } });
    const unknown = await call('POST /auth/password/forgotten', { body: { organizationId, email: 'nobody@example.org' } });
    expect([known.status, known.text]).toEqual([202, unknown.text]);
    const second = await linkSecret(admin, 'auth.password.reset.requested', userId, [first]);

    const chosen = 'four other words here';
    const reset = (secret: string) => call('POST /auth/password/reset', { body: { secret, password: chosen } });
    const answers = await Promise.all(Array.from({ length: 10 }, () => reset(second)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 9 }, () => 401)]);
    expect((await reset(first)).status).toBe(401);
    await eventually('the old session to be over', async () => (await call('GET /auth/me', { token })).status === 401);
    expect((await logIn()).status).toBe(401);
    expect((await logIn(chosen)).status).toBe(200);
    await expectSound(market);
  });
});

describe('a shop', () => {
  it('that is closed lets nobody act for it until it is open again', async () => {
    const market = await openMarket();
    const { admin, producer, localId } = market;
    const mayAct = async () =>
      (await succeed('GET /locals/{localId}/validate', { token: producer.token, params: { localId } })).body.isValid;
    expect(await mayAct()).toBe(true);
    await succeed('DELETE /locals/{localId}', { token: admin.token, params: { localId } });
    expect(await mayAct()).toBe(false);
    const draft = { localId, name: 'Queso', category: 'cheese', price: { amountMinor: 450, currency: 'EUR' } };
    const publish = () =>
      call('POST /products', {
        token: producer.token,
        headers: newIdempotencyKey(),
        body: { ...draft, initialStock: 1, lowStockThreshold: 0 },
      });
    expect((await publish()).status).toBeGreaterThanOrEqual(400);
    await succeed('PATCH /locals/{localId}', { token: admin.token, params: { localId }, body: { status: 'open' } });
    expect((await publish()).status).toBe(201);
    await expectSound(market);
  });
});
