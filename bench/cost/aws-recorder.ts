import { Agent, createServer, request as forward, type IncomingMessage, type Server } from 'node:http';
import { deployedFunctions } from '../../local/deploy/deployed-functions.ts';
import { awsSettings } from '../../local/emulator/aws-settings.ts';
import { listenOnFreePort } from '../../local/process/free-port.ts';
import { coolDown } from '../cool-down.ts';

/** One request of a function to an AWS service. */
export type AwsRequest = {
  /** The entry of the function. */
  entry: string;
  /** Such as `DynamoDB TransactWriteItems`. */
  operation: string;
  /** When it arrived, in ms since the epoch. */
  at: number;
  durationMs: number;
  body: string;
};

export type AwsRecorder = {
  readonly requests: readonly AwsRequest[];
  /** Lets the functions talk to the emulator directly again. */
  stop(): Promise<void>;
};

/**
 * Puts a proxy between every function and the emulator, each on a port of its own, and records what the functions ask of AWS. Requests
 * take about a millisecond longer. All functions are cold afterwards.
 */
export async function recordAwsRequests(endpoint: string): Promise<AwsRecorder> {
  const aws = awsSettings(endpoint);
  const requests: AwsRequest[] = [];
  const agent = new Agent({ keepAlive: true });
  const servers: Server[] = [];
  const urls = new Map<string, string>();
  for (const { name, entry } of await deployedFunctions(aws)) {
    const server = proxyServer(endpoint, agent, (request) => requests.push({ entry, ...request }));
    servers.push(server);
    urls.set(name, `http://127.0.0.1:${await listenOnFreePort(server)}`);
  }
  await coolDown(aws, {
    changed: ({ name, environment }) => ({ ...environment, AWS_ENDPOINT_URL: urls.get(name) ?? endpoint }),
  });
  return {
    requests,
    async stop() {
      await coolDown(aws, { changed: ({ environment: { AWS_ENDPOINT_URL: _proxy, ...environment } }) => environment });
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
      agent.destroy();
    },
  };
}

function proxyServer(endpoint: string, agent: Agent, record: (request: Omit<AwsRequest, 'entry'>) => void): Server {
  const { hostname, port } = new URL(endpoint);
  return createServer((incoming, response) => {
    const at = Date.now();
    const startedAt = performance.now();
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const body = Buffer.concat(parts);
      const { method, url: path, headers } = incoming;
      const outgoing = forward({ hostname, port, method, path, headers, agent }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.on('end', () => {
          const durationMs = performance.now() - startedAt;
          record({ operation: operationOf(incoming), at, durationMs, body: body.toString() });
        });
      });
      outgoing.on('error', () => response.destroy());
      outgoing.end(body);
    });
  });
}

const serviceNames: Record<string, string> = {
  DynamoDB_20120810: 'DynamoDB',
  AWSEvents: 'EventBridge',
  AWSStepFunctions: 'StepFunctions',
  AmazonSQS: 'SQS',
  TrentService: 'KMS',
  secretsmanager: 'SecretsManager',
};

/** JSON services name the operation in a header, REST services by method and path. */
function operationOf({ headers, method, url = '' }: IncomingMessage): string {
  const target = headers['x-amz-target'];
  if (typeof target !== 'string') return `${method} ${url.split('?')[0]}`;
  const [service = '', operation = ''] = target.split('.');
  return `${serviceNames[service] ?? service} ${operation}`;
}
