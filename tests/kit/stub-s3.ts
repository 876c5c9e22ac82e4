/** For tests: S3 as a real server in this process: one bucket that keeps versions, with conditional writes. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { portOf } from './stub-auth.ts';

type ObjectVersion = { versionId: string; eTag: string; bytes: Buffer };
export type StubS3 = {
  /** The settings of an SDK that talks to this server. */
  settings: Record<string, string>;
  /** By key, the latest last. */
  versions: Map<string, ObjectVersion[]>;
  /** What was asked, such as `GET key`. */
  asked: string[];
  /** Runs right before the next write is decided, as a writer that comes in between. */
  beforeNextPut: (() => void) | undefined;
  stop(): void;
};

export async function startStubS3(bucket: string): Promise<StubS3> {
  const versions = new Map<string, ObjectVersion[]>();
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://s3.test');
    const key = decodeURIComponent(url.pathname).replace(`/${bucket}/`, '');
    asked.push(`${request.method} ${key}`);
    if (request.method === 'PUT') return put(request, response, key);
    const known = versions.get(key) ?? [];
    const wanted = url.searchParams.get('versionId');
    const found = wanted === null ? known.at(-1) : known.find(({ versionId }) => versionId === wanted);
    if (found === undefined) return refuse(response, 404, wanted === null ? 'NoSuchKey' : 'NoSuchVersion');
    response.writeHead(200, { ETag: found.eTag, 'x-amz-version-id': found.versionId });
    response.end(found.bytes);
  });

  async function put(request: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    const bytes = await buffer(request);
    stub.beforeNextPut?.();
    stub.beforeNextPut = undefined;
    const known = versions.get(key) ?? [];
    const latest = known.at(-1);
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
    const isRefused = ifNoneMatch === '*' ? latest !== undefined : ifMatch !== undefined && ifMatch !== latest?.eTag;
    if (isRefused) return refuse(response, 412, 'PreconditionFailed');
    const versionId = `${key}-${known.length + 1}`;
    const eTag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    versions.set(key, [...known, { versionId, eTag, bytes }]);
    response.writeHead(200, { ETag: eTag, 'x-amz-version-id': versionId });
    response.end();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stub: StubS3 = {
    settings: {
      SEARCH_BUCKET_NAME: bucket,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${portOf(server.address())}`,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    versions,
    asked,
    beforeNextPut: undefined,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
  return stub;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'Content-Type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
