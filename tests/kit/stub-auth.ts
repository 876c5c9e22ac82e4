/** For tests: Auth as real servers in this process, answering as each test says. */
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { type handleUnaryCall, Server, ServerCredentials } from '@grpc/grpc-js';
import {
  AuthServiceService,
  type ValidateLocalRequest,
  type ValidateLocalResponse,
  type VerifyTokenRequest,
  VerifyTokenResponse,
} from '../../generated/grpc/lonja/auth/v1/auth.ts';

type Methods = {
  verifyToken?: handleUnaryCall<VerifyTokenRequest, VerifyTokenResponse>;
  validateLocal?: handleUnaryCall<ValidateLocalRequest, ValidateLocalResponse>;
};
export type StubAuth = { port: number; stop(): void };

const unused = () => {
  throw new Error('not called in this test');
};

/** A gRPC service. The test must not call a method that it does not give. */
export async function startStubAuth(
  { verifyToken = unused, validateLocal = unused }: Methods,
  { port = 0, tls = ServerCredentials.createInsecure() } = {},
): Promise<StubAuth> {
  const server = new Server();
  server.addService(AuthServiceService, { verifyToken, validateLocal, getUserPermissions: unused });
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, tls, (error, took) => (error ? reject(error) : resolve(took)));
  });
  return { port: bound, stop: () => server.forceShutdown() };
}

export type TwinAnswer = { status?: number; body?: unknown } | 'silence';
export type StubTwin = { url: string; seen: IncomingMessage[]; stop(): void };

/** The REST twins over plain HTTP, and the requests they got. */
export async function startStubTwin(answer: (request: IncomingMessage) => TwinAnswer): Promise<StubTwin> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    const given = answer(request);
    if (given === 'silence') return;
    const { status = 200, body } = given;
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/api/v1`,
    seen,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function portOf(address: ReturnType<ReturnType<typeof createTcpServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}

/** What gRPC and the twin answer about a good token. */
export const pep = VerifyTokenResponse.fromPartial({
  isValid: true,
  userId: 'pep',
  organizationId: 'olivar',
  permissions: ['product:write'],
  locals: ['mill'],
  active: true,
});
/** The same, as the client returns it. */
export const verifiedPep = {
  isValid: true,
  userId: 'pep',
  organizationId: 'olivar',
  permissions: ['product:write'],
  localIds: ['mill'],
};
