import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll } from 'vitest';
import { portOf } from './stub-auth.ts';

export type AwsCall = {
  /** Such as `AWSStepFunctions.StartExecution`; the path for a service without targets. */ name: string;
  input: unknown;
};
/** What the service answers: a status of 200 unless it is an error, which is named by `errorType`. */
export type AwsReply = { status?: number; errorType?: string; body?: object };

/**
 * For unit tests: an AWS service as a real server in this process, at which every client of the SDK in it is pointed. Returns the
 * calls so far; `reply` says what it answers.
 */
export function stubAws(reply: (call: AwsCall) => AwsReply): AwsCall[] {
  const calls: AwsCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = {
        name: String(request.headers['x-amz-target'] ?? request.url),
        input: JSON.parse(Buffer.concat(chunks).toString()),
      };
      calls.push(call);
      const { errorType, status = errorType === undefined ? 200 : 400, body = {} } = reply(call);
      const headers = { 'Content-Type': 'application/json', ...(errorType !== undefined && { 'x-amzn-errortype': errorType }) };
      response.writeHead(status, headers).end(JSON.stringify(body));
    });
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const settings = {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${portOf(server.address())}`,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    };
    Object.assign(process.env, settings);
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return calls;
}
