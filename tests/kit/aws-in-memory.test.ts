import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendTaskSuccessCommand, SFNClient, TaskTimedOut } from '@aws-sdk/client-sfn';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { awsCalls, awsCallsTriedOnce } from '../../functions/shared/aws/aws-calls.ts';
import { answerAwsInMemory } from './aws-in-memory.ts';
import { type AwsInput, AwsRefusal } from './stub-aws.ts';

const asked: [string, AwsInput][] = [];
answerAwsInMemory((operation, input) => {
  asked.push([operation, input]);
  if (operation === 'SendTaskSuccess') throw new AwsRefusal('TaskTimedOut');
  if (operation === 'GetQueueUrl') throw Object.assign(new Error('nobody answers'), { name: 'TimeoutError' });
  return { SecretString: 'secret' };
});

describe('AWS in memory', () => {
  it('answers and refuses as a service does', async () => {
    const secret = await new SecretsManagerClient(awsCalls).send(new GetSecretValueCommand({ SecretId: 'arn' }));
    expect(secret.SecretString).toBe('secret');
    const success = new SendTaskSuccessCommand({ taskToken: 'token', output: '{}' });
    await expect(new SFNClient(awsCallsTriedOnce).send(success)).rejects.toThrow(TaskTimedOut);
    expect(asked).toEqual([
      ['GetSecretValue', { SecretId: 'arn' }],
      ['SendTaskSuccess', { taskToken: 'token', output: '{}' }],
    ]);
  });

  it('lets the SDK repeat a call that nobody answered, as often as the client says', async () => {
    for (const [settings, tries] of [
      [awsCalls, 3],
      [awsCallsTriedOnce, 1],
    ] as const) {
      asked.length = 0;
      const call = new SQSClient(settings).send(new GetQueueUrlCommand({ QueueName: 'queue' }));
      await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
      expect(asked).toHaveLength(tries);
    }
  });
});
