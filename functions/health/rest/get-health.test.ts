import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../../tests/kit/rest-request.ts';
import { startStubTwin } from '../../../tests/kit/stub-auth.ts';
import { AwsRefusal, awsSettings, type StubAws, startStubAws } from '../../../tests/kit/stub-aws.ts';
import { log } from '../../shared/log.ts';
import { handler } from '../rest.ts';

log.setLogLevel('SILENT');
/** What AWS answers; a test takes parts of it away. */
const state = { tables: true, saga: 'ACTIVE', verified: true };
let aws: StubAws;
const stops: (() => void)[] = [];
/** Each request of a test is later than what the one before it got may be kept. */
let minute = 0;

beforeAll(async () => {
  const provider = await startStubTwin(() => ({ status: 404 }));
  const targets = () => ({
    // The SDK sends the request to the host of this address.
    queues: { audit: `${aws.url}/123456789012/audit` },
    stateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:orders',
    paymentProviderUrl: provider.url,
    carrierUrl: provider.url,
  });
  aws = await startStubAws({
    GetParameters: () => ({
      Parameters: [
        { Name: 'targets', Value: JSON.stringify(targets()) },
        { Name: 'inventory', Value: '127.0.0.1:1' },
      ],
    }),
    GetItem: () => {
      if (!state.tables) throw new AwsRefusal('ResourceNotFoundException');
      return {};
    },
    DescribeEventBus: () => ({ Name: 'dev-order.events' }),
    GetQueueAttributes: () => ({ Attributes: {} }),
    DescribeStateMachine: () => ({ status: state.saga }),
    'GET /v2/email/identities/orders%40lonja.example': () => ({ VerifiedForSendingStatus: state.verified }),
  });
  stops.push(provider.stop, aws.stop);
  const settings = {
    ...awsSettings(aws),
    AUTH_GRPC_TARGET: '127.0.0.1:1',
    AUTH_TLS: 'off',
    AUTH_TLS_SERVER_NAME: 'auth.test',
    INVENTORY_SERVER_NAME: 'inventory.test',
    HEALTH_TABLES: JSON.stringify({ order: 'order-table' }),
    HEALTH_BUSES: JSON.stringify({ order: 'dev-order.events' }),
    HEALTH_TARGETS_PARAMETER: 'targets',
    INVENTORY_TARGET_PARAMETER: 'inventory',
    SENDER_EMAIL: 'orders@lonja.example',
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
beforeEach(() => {
  Object.assign(state, { tables: true, saga: 'ACTIVE', verified: true });
});
afterAll(() => {
  vi.unstubAllEnvs();
  for (const stop of stops) stop();
});

const ask = () => {
  minute += 1;
  return send(handler, 'GET /health', { receivedAt: new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString() });
};
const downIn = (body: unknown): string[] =>
  Object(body).dependencies.flatMap(({ kind, name, status }: Record<string, string>) =>
    status === 'down' ? [`${kind} ${name}`] : [],
  );

describe('getHealth', () => {
  // No gRPC service runs here: both are down in each of these.
  const grpc = ['grpc auth', 'grpc inventory'];

  it('is degraded without the gRPC services, and names every dependency', async () => {
    const { status, body, headers } = await ask();
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'degraded' } });
    expect(downIn(body)).toEqual(grpc);
    expect(Object(body).dependencies.map(({ kind }: { kind: string }) => kind)).toEqual([
      'table',
      'bus',
      'queue',
      'saga',
      'grpc',
      'grpc',
      'provider',
      'provider',
      'email',
    ]);
    expect(headers['Cache-Control']).toBe('public, max-age=5');
  });

  it('names the e-mail as down, and everything else as it is', async () => {
    state.verified = false;
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(downIn(body)).toEqual([...grpc, 'email sender']);
  });

  it('names the saga as down while its state machine is deleted', async () => {
    state.saga = 'DELETING';
    expect(downIn((await ask()).body)).toEqual(['saga order', ...grpc]);
  });

  it('is 503 without a table, and says what is down', async () => {
    state.tables = false;
    expect(await ask()).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '5' },
      body: {
        errors: [
          { path: '/table/order', message: 'is down' },
          { path: '/grpc/auth', message: 'is down' },
          { path: '/grpc/inventory', message: 'is down' },
        ],
      },
    });
  });

  it('shows no host, ARN, account, address or text of a fault', async () => {
    state.tables = false;
    for (const { rawBody } of [await ask(), await ask()])
      expect(rawBody).not.toMatch(/arn:|amazonaws|123456789012|127\.0\.0\.1|lonja\.example|Exception|ECONN/);
  });
});
