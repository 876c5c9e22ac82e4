import { awsCalls, awsCallsTriedOnce } from '../../functions/shared/aws/aws-calls.ts';
import { type AwsInput, AwsRefusal } from './stub-aws.ts';

/** Answers a call of any AWS service, such as `SendTaskSuccess`; one of a REST service by method and path. A throw of {AwsRefusal} is the service's own error. */
export type AwsAnswer = (operation: string, input: AwsInput) => object | Promise<object>;

/**
 * Answers the calls of every AWS client that this process makes from now on, without a network: the SDK serializes, repeats and
 * reads errors as ever. DynamoDB has its own tables in memory.
 */
export function answerAwsInMemory(answer: AwsAnswer): void {
  const connection = {
    requestHandler: { handle: async (request: Asked) => ({ response: await responseTo(request, answer) }) },
    // The chain of an SDK client is the same for each call, and nobody checks signatures here.
    cacheMiddleware: true,
    signer: { sign: async (request: unknown) => request },
    region: 'eu-west-1',
    endpoint: 'http://aws.test',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  Object.assign(awsCalls, connection);
  Object.assign(awsCallsTriedOnce, connection);
}

const utf8 = new TextDecoder();
type Asked = { method: string; path: string; headers: Record<string, string>; body?: unknown };

async function responseTo({ method, path, headers, body }: Asked, answer: AwsAnswer): Promise<object> {
  const target = headers['x-amz-target'];
  const operation = target === undefined ? `${method} ${path}` : (target.split('.').at(-1) ?? '');
  const text = body instanceof Uint8Array ? utf8.decode(body) : String(body ?? '{}');
  const input: AwsInput = JSON.parse(text);
  try {
    return jsonResponse(200, await answer(operation, input));
  } catch (thrown) {
    if (!(thrown instanceof AwsRefusal)) throw thrown;
    return jsonResponse(thrown.status, { __type: thrown.message, message: thrown.message });
  }
}

const jsonResponse = (statusCode: number, body: object) => ({
  statusCode,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: Buffer.from(JSON.stringify(body)),
});
