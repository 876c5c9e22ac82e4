import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AwsRefusal, awsSettings, type StubAws, startStubAws } from '../../../tests/kit/stub-aws.ts';
import { readSecret, readSecretNow } from './secret.ts';

let aws: StubAws;
let answer: () => object;
beforeEach(async () => {
  answer = () => ({ SecretString: 'pencil' });
  aws = await startStubAws({ GetSecretValue: () => answer() });
  for (const [name, value] of Object.entries(awsSettings(aws))) vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
  aws.stop();
});

describe('a secret', () => {
  it('is read once in the life of the process, and again after a read that failed', async () => {
    answer = () => {
      throw new AwsRefusal('ResourceNotFoundException');
    };
    await expect(readSecret('arn:a')).rejects.toThrow();
    answer = () => ({ SecretString: 'pencil' });
    expect(await Promise.all([readSecret('arn:a'), readSecret('arn:a')])).toEqual(['pencil', 'pencil']);
    expect(await readSecret('arn:a')).toBe('pencil');
    expect(aws.asked.map(({ input }) => input)).toEqual([{ SecretId: 'arn:a' }, { SecretId: 'arn:a' }]);
    answer = () => ({ SecretString: 'pen' });
    expect([await readSecret('arn:a'), await readSecretNow('arn:a')]).toEqual(['pencil', 'pen']);
    answer = () => ({});
    await expect(readSecretNow('arn:a')).rejects.toThrow('the secret arn:a holds no text');
  });
});
