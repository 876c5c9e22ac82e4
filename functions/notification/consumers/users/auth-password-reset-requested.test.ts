import { describe, expect, it } from 'vitest';
import { anEvent, deliver } from '../../../../tests/kit/invoke.ts';
import { customer, notified } from '../../../../tests/kit/notified.ts';
import { stubSqs } from '../../../../tests/kit/stub-sqs.ts';
import { handler } from '../../consumer.ts';

const sqs = stubSqs();
const { table, emails } = notified();
const secret = 'kd93jf_Fj39fj3-20fjJF93jf';
const requested = (expiresAt: string) =>
  anEvent('auth.password.reset.requested', customer.userId, { ...customer, language: 'es', secret, expiresAt });
const soon = new Date(Date.now() + 3_600_000).toISOString();

describe('onPasswordResetRequested', () => {
  it('e-mails the link in the language of the user, to the address that auth names, although nothing else is known', async () => {
    await deliver(handler, 'auth.password.reset.requested', requested(soon));
    expect(emails()).toMatchObject([{ to: customer.email, subject: 'Elige una contraseña nueva' }]);
    const link = `https://shop.dev.lonja.example/reset-password#secret=${secret}`;
    expect(emails()[0]?.text).toContain(link);
    expect(emails()[0]?.html).toContain(`href="${link}"`);
  });

  it('stores the secret nowhere', async () => {
    await deliver(handler, 'auth.password.reset.requested', requested(soon));
    expect(JSON.stringify(table.items())).not.toContain(secret);
  });

  it('sends a link that has expired to the dead-letter queue', async () => {
    await deliver(handler, 'auth.password.reset.requested', requested('2026-01-01T00:00:00.000Z'));
    expect(emails()).toEqual([]);
    expect(sqs.buried[0]?.attributes.cause).toContain('the link expired');
  });
});
