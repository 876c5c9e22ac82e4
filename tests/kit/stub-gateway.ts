import { afterAll, beforeAll, beforeEach } from 'vitest';
import { AwsRefusal, awsSettings, type StubAws, startStubAws } from './stub-aws.ts';

export type StubGateway = {
  /** The keys that exist, by their id. */
  keys: Map<string, { name: string; value: string; plans: string[] }>;
  /** Whether every call is throttled. */
  isThrottled: boolean;
};

/** For unit tests: API Gateway's keys and usage plans, at which the SDK is pointed while the tests of a file run. */
export function stubGateway(meterKeys: readonly string[]): StubGateway {
  const gateway: StubGateway = { keys: new Map(), isThrottled: false };
  const before = { ...process.env };
  let server: StubAws | undefined;
  const operation = (perform: (input: Record<string, unknown>) => object) => (input: Record<string, unknown>) => {
    if (gateway.isThrottled) throw new AwsRefusal('TooManyRequestsException', 429);
    return perform(input);
  };
  const found = meterKeys.map((name) => [
    `GET /apikeys?limit=2&name=${name}`,
    operation(() => ({
      item: [...gateway.keys].filter(([, key]) => key.name.startsWith(name)).map(([id, key]) => ({ id, ...key })),
    })),
  ]);
  const deleted = meterKeys.map((_, index) => [
    `DELETE /apikeys/key${index + 1}`,
    operation(() => {
      gateway.keys.delete(`key${index + 1}`);
      return {};
    }),
  ]);
  const added = ['default-plan', 'partner-plan'].map((plan) => [
    `POST /usageplans/${plan}/keys`,
    operation(({ keyId }) => {
      const plans = gateway.keys.get(String(keyId))?.plans;
      if (plans === undefined) throw new AwsRefusal('NotFoundException', 404);
      if (plans.includes(plan)) throw new AwsRefusal('ConflictException', 409);
      plans.push(plan);
      return { id: keyId };
    }),
  ]);
  beforeAll(async () => {
    server = await startStubAws({
      ...Object.fromEntries([...found, ...deleted, ...added]),
      'POST /apikeys': operation(({ name, value }) => {
        const id = `key${gateway.keys.size + 1}`;
        gateway.keys.set(id, { name: String(name), value: String(value), plans: [] });
        return { id };
      }),
    });
    const plans = { DEFAULT_PLAN_ID: 'default-plan', PARTNER_PLAN_ID: 'partner-plan', METER_SETTLE_SECONDS: '60' };
    Object.assign(process.env, awsSettings(server), plans, { MAX_RECEIVE_COUNT: '10' });
  });
  beforeEach(() => {
    gateway.keys.clear();
    gateway.isThrottled = false;
  });
  afterAll(() => {
    process.env = before;
    server?.stop();
  });
  return gateway;
}
