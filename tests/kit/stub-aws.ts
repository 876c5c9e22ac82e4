/** For tests: AWS services as a real server in this process, answering as each test says. */
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { portOf } from './stub-auth.ts';

/** The input of one operation, as JSON: bytes are base64. */
export type AwsInput = Record<string, unknown>;
/**
 * By operation, such as `GetSecretValue`; those of a REST service by method and path, and those of SNS, which speaks AWS's older query
 * protocol, such as `Query Publish`. A throw of {AwsRefusal} is the service's own
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

/** Serves the protocols that Secrets Manager, KMS, Step Functions, SES and SNS speak. Operations that are not given are refused. */
export async function startStubAws(operations: AwsOperations): Promise<StubAws> {
  const asked: StubAws['asked'] = [];
  const server = createServer(async (request, response) => {
    const { operation, input } = await readRequest(request);
    asked.push({ operation, input });
    const { status, body, refusal } = await answer(operation, input);
    const isQuery = operation.startsWith('Query ');
    response.writeHead(status, { 'Content-Type': isQuery ? 'text/xml' : 'application/x-amz-json-1.1' });
    response.end(isQuery ? queryAnswer(operation.slice('Query '.length), body, refusal) : JSON.stringify(body));
  });
  async function answer(
    operation: string,
    input: AwsInput,
  ): Promise<{ status: number; body: object; refusal?: { code: string; text: string } }> {
    try {
      const perform = operations[operation];
      if (perform === undefined) throw new AwsRefusal('UnknownOperationException');
      return { status: 200, body: await perform(input) };
    } catch (thrown) {
      const { code, text, status } =
        thrown instanceof AwsRefusal
          ? { code: thrown.message, text: thrown.text, status: thrown.status }
          : { code: 'InternalFailure', text: String(thrown), status: 500 };
      return { status, body: { __type: code, message: text }, refusal: { code, text } };
    }
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

async function readRequest(request: IncomingMessage): Promise<{ operation: string; input: AwsInput }> {
  const body = await text(request);
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    const input: AwsInput = Object.fromEntries(new URLSearchParams(body));
    return { operation: `Query ${input.Action}`, input };
  }
  const target = request.headers['x-amz-target'];
  const operation = target === undefined ? `${request.method} ${request.url}` : (String(target).split('.').at(-1) ?? '');
  // A GET of a REST service has no body.
  return { operation, input: body === '' ? {} : JSON.parse(body) };
}

function queryAnswer(action: string, body: object, refusal: { code: string; text: string } | undefined): string {
  const fields = (values: object) =>
    Object.entries(values)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join('');
  return refusal === undefined
    ? `<${action}Response><${action}Result>${fields(body)}</${action}Result></${action}Response>`
    : `<ErrorResponse><Error>${fields({ Code: refusal.code, Message: refusal.text })}</Error></ErrorResponse>`;
}

/** The settings of an SDK that talks to this server. */
export const awsSettings = ({ url }: StubAws): Record<string, string> => ({
  AWS_ENDPOINT_URL: url,
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
});
