import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { log } from '../../shared/log.ts';
import { EmailFaultError, sendEmail } from './email-client.ts';

const email = { to: 'nerea@example.org', subject: 'Sold out: Ham', text: 'Hello', correlationId: 'correlation-1' };

/** What SES answers until it is replaced. */
let reply: { status: number; type?: string; message?: string } = { status: 200 };
let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  request.resume().on('end', () => {
    const { status, type, message } = reply;
    response.writeHead(status, { 'Content-Type': 'application/json', ...(type && { 'x-amzn-errortype': type }) });
    response.end(JSON.stringify(message === undefined ? {} : { message }));
  });
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${address.port}`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('SENDER_EMAIL', 'orders@dev.lonja.example');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

describe('sendEmail', () => {
  const message = 'Email address is not verified: nerea@example.org';

  it('returns `sent` for an e-mail that SES accepted', async () => {
    reply = { status: 200 };
    expect(await sendEmail(email)).toBe('sent');
  });

  it('returns `failed` for an e-mail that SES refuses for good, and does not log SES’s text, which may name the recipient', async () => {
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => undefined);
    reply = { status: 400, type: 'MessageRejected', message };
    expect(await sendEmail(email)).toBe('failed');
    expect(warn).toHaveBeenCalledWith('e-mail refused', { correlationId: 'correlation-1', fault: 'MessageRejected' });
  });

  it('throws any other fault with its name but without its text, after two tries', async () => {
    reply = { status: 500, type: 'InternalServiceErrorException', message };
    asked = 0;
    const thrown = await sendEmail(email).catch((fault: unknown) => fault);
    expect(thrown).toEqual(new EmailFaultError('SES did not accept the e-mail: InternalServiceErrorException'));
    expect(asked).toBe(2);
  });
});
