import { createServer } from 'node:net';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awsCalls } from './aws-calls.ts';

const silent = createServer(() => {});
beforeAll(() => new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve)));
afterAll(() => silent.close());

describe('a call to AWS that nobody answers', () => {
  it('ends in a fault, not with the Lambda', async () => {
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const client = new DynamoDBClient({
      ...awsCalls,
      // The very settings, a tenth as patient, so that the test is quick.
      requestHandler: { ...awsCalls.requestHandler, requestTimeout: awsCalls.requestHandler.requestTimeout / 10 },
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    await expect(client.send(new ListTablesCommand({}))).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
