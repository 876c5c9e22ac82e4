/** For tests: AWS services as a real server in this process, answering as each test says. */
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { portOf } from './stub-auth.ts';

/** The input of one operation, as JSON: bytes are base64. */
export type AwsInput = Record<string, unknown>;
/**
 * By operation, such as `GetSecretValue`; those of a REST service by method and path. A throw of {AwsRefusal} is the service's own
 * error.
 */
export type AwsOperations = Readonly<Record<string, (input: AwsInput) => object | Promise<object>>>;
export type StubAws = { url: string; asked: { operation: string; input: AwsInput }[]; stop(): void };

/** An error that a service answers, such as `KMSInvalidStateException`. */
export class AwsRefusal extends Error {
  override readonly name = 'AwsRefusal';
  readonly status: number;
  readonly text: string;
  constructor(code: string, status = 400, text = code) {
    super(code);
    this.status = status;
    this.text = text;
  }
}

/** Serves AWS's JSON protocols, which Secrets Manager, KMS, Step Functions and SES speak. Operations that are not given are refused. */
export async function startStubAws(operations: AwsOperations): Promise<StubAws> {
  const asked: StubAws['asked'] = [];
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request).catch((thrown: unknown) => ({
      status: thrown instanceof AwsRefusal ? thrown.status : 500,
      body:
        thrown instanceof AwsRefusal
          ? { __type: thrown.message, message: thrown.text }
          : { __type: 'InternalFailure', message: String(thrown) },
    }));
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(body));
  });
  async function answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
    const target = request.headers['x-amz-target'];
    const operation = target === undefined ? `${request.method} ${request.url}` : (String(target).split('.').at(-1) ?? '');
    const body = await text(request);
    // A GET of a REST service has none.
    const input: AwsInput = body === '' ? {} : JSON.parse(body);
    asked.push({ operation, input });
    const perform = operations[operation];
    if (perform === undefined) throw new AwsRefusal('UnknownOperationException');
    return { status: 200, body: await perform(input) };
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    asked,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The settings of an SDK that talks to this server. */
export const awsSettings = ({ url }: StubAws): Record<string, string> => ({
  AWS_ENDPOINT_URL: url,
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
});
