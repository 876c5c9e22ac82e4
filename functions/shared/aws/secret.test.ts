import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AwsRefusal, awsSettings, type StubAws, startStubAws } from '../../../tests/kit/stub-aws.ts';
import { isVerifiedBySecret, readSecret, readSecretNow } from './secret.ts';

let aws: StubAws;
/** The values by version; one that is missing was never set. */
let versions: Record<string, string | undefined>;
let isOut: boolean;
let test = 0;
let arn: string;
const minutes = (count: number) => count * 60_000;
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeAll(async () => {
  aws = await startStubAws({
    GetSecretValue: ({ VersionStage }) => {
      if (isOut) throw new AwsRefusal('InternalServiceError', 400);
      const SecretString = versions[String(VersionStage)];
      if (SecretString === undefined) throw new AwsRefusal('ResourceNotFoundException');
      return { SecretString };
    },
  });
});
beforeEach(() => {
  // What a process keeps is kept by name: each test has a secret of its own.
  test += 1;
  arn = `arn:${test}`;
  versions = { AWSCURRENT: 'pencil' };
  isOut = false;
  aws.asked.length = 0;
  for (const [name, value] of Object.entries(awsSettings(aws))) vi.stubEnv(name, value);
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});
afterAll(() => aws.stop());

describe('readSecret', () => {
  it('reads once in five minutes, and again after a first read that failed', async () => {
    isOut = true;
    await expect(readSecret(arn)).rejects.toThrow();
    isOut = false;
    expect(await Promise.all([readSecret(arn), readSecret(arn)])).toEqual(['pencil', 'pencil']);
    pass(minutes(4));
    versions.AWSCURRENT = 'pen';
    expect([await readSecret(arn), await readSecretNow(arn)]).toEqual(['pencil', 'pen']);
    pass(minutes(1));
    expect(await readSecret(arn)).toBe('pen');
  });

  it('uses the value that it knows when it cannot be read again', async () => {
    await readSecret(arn);
    pass(minutes(6));
    isOut = true;
    expect(await readSecret(arn)).toBe('pencil');
  });

  it('throws for a secret without text', async () => {
    versions.AWSCURRENT = '';
    await expect(readSecretNow(arn)).rejects.toThrow(`the secret ${arn} holds no text`);
    await expect(readSecret(arn)).rejects.toThrow('holds no text');
  });
});

describe('isVerifiedBySecret', () => {
  const verifies = (secret: string) => isVerifiedBySecret(arn, (one) => one === secret);

  it('accepts the only value of a secret that was never rotated', async () => {
    expect([await verifies('pencil'), await verifies('pen')]).toEqual([true, false]);
  });

  it('accepts the current value and the one before it, and none that is older', async () => {
    versions = { AWSCURRENT: 'brush', AWSPREVIOUS: 'pen' };
    expect([await verifies('brush'), await verifies('pen'), await verifies('pencil')]).toEqual([true, true, false]);
  });

  it('accepts at every moment of a rotation whatever a side may sign with', async () => {
    expect(await verifies('pencil')).toBe(true);
    versions = { AWSCURRENT: 'pen', AWSPREVIOUS: 'pencil' };
    pass(11_000);
    // The other side has read the new value, and this process has not.
    expect([await verifies('pen'), await verifies('pencil')]).toEqual([true, true]);
    pass(minutes(6));
    expect([await verifies('pen'), await verifies('pencil')]).toEqual([true, true]);
  });

  it('reads no more than every ten seconds, however many wrong signatures come', async () => {
    for (let n = 0; n < 20; n++) await verifies('guessed');
    expect(aws.asked).toHaveLength(2);
  });
});
