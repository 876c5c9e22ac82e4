/** For unit tests of payment: its table in memory, and the provider and AWS as servers in this process. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { signatureHeader, signBody } from '../../functions/shared/input/body-signature.ts';
import { emptyTable } from './empty-table.ts';
import { portOf } from './stub-auth.ts';
import { AwsRefusal, awsSettings, type StubAws, startStubAws } from './stub-aws.ts';

export const providerSecret = 'secret';
export const previousProviderSecret = 'the secret before the rotation';

type ProviderRequest = { path: string; body: Record<string, unknown>; headers: IncomingHttpHeaders };
type ProviderReply = { status: number; body?: object };
type SagaAnswer = { taskToken: string; output: unknown };

/** The headers with which the provider signs a report. */
export const signed = (body: string, secret = providerSecret): Record<string, string> => ({
  [signatureHeader]: signBody(body, secret, Date.now()),
});

/** `secrets` are the current and the previous value of the provider's secret. */
export function paymentWorld(secrets = { current: providerSecret, previous: previousProviderSecret }) {
  const table = emptyTable('payment');
  const provider = {
    requests: [] as ProviderRequest[],
    /** Accepts every charge and refunds every cancelled one, unless a test sets another. */
    reply: (_: ProviderRequest): ProviderReply => ({ status: 202 }),
  };
  const saga = {
    answers: [] as SagaAnswer[],
    /** What SendTaskSuccess does with a token; a throw of {AwsRefusal} refuses it. */
    receive: (_: string): unknown => undefined,
  };
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request));
    const asked = { path: (request.url ?? '').replace(/^\/\d+/, ''), body, headers: request.headers };
    provider.requests.push(asked);
    const { status, body: answer = {} } = provider.reply(asked);
    response.writeHead(status).end(JSON.stringify(answer));
  });
  let aws: StubAws;
  let test = 0;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    aws = await startStubAws({
      GetSecretValue: ({ VersionStage }) => ({
        SecretString: VersionStage === 'AWSPREVIOUS' ? secrets.previous : secrets.current,
      }),
      SendTaskSuccess: async ({ taskToken, output }) => {
        await saga.receive(String(taskToken));
        saga.answers.push({ taskToken: String(taskToken), output: JSON.parse(String(output)) });
        return {};
      },
    });
  });
  beforeEach(() => {
    test += 1;
    const settings = {
      ...awsSettings(aws),
      // A circuit breaker belongs to a provider's address: each test gets a closed one.
      PAYMENT_PROVIDER_URL: `http://127.0.0.1:${portOf(server.address())}/${test}`,
      PAYMENT_PROVIDER_SECRET_ARN: 'arn:secret',
      PAYMENT_WEBHOOK_URL: 'http://127.0.0.1/api/v1/payments/webhook',
    };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    provider.requests.length = 0;
    provider.reply = ({ path }) =>
      /\/cancel$|^\/refunds$/.test(path) ? { status: 200, body: { status: 'refunded' } } : { status: 202 };
    saga.answers.length = 0;
    saga.receive = () => undefined;
  });
  afterAll(() => {
    aws.stop();
    server.close();
    server.closeAllConnections();
  });
  return { table, provider, saga };
}

/** Refuses a token as Step Functions does when no task waits with it any more. */
export const tokenGone = (): never => {
  throw new AwsRefusal('TaskTimedOut');
};
