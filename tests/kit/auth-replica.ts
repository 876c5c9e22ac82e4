import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { credentials, type ServiceError } from '@grpc/grpc-js';
import { inject } from 'vitest';
import { AuthServiceClient, type VerifyTokenResponse } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { awsEnvironment } from '../../local/emulator/aws-settings.ts';
import { functionOf, variableOf } from './system.ts';

/** A process of gRPC Auth on the table of the system, beside the one that the system uses. */
export type AuthReplica = {
  verify(token: string): Promise<VerifyTokenResponse>;
  /** The status of its health check over HTTP: 200 or 503. */
  health(): Promise<number>;
  stop(): Promise<void>;
};

const root = join(import.meta.dirname, '../..');

/** Starts a replica on free ports, in plaintext; `over` changes its environment. */
export async function startAuthReplica(over: Record<string, string> = {}): Promise<AuthReplica> {
  const signIn = await functionOf('functions/auth/sign-in.ts');
  const child = spawn(process.execPath, ['grpc-auth/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      GRPC_HOST: '127.0.0.1',
      GRPC_PORT: '0',
      GRPC_HTTP_PORT: '0',
      GRPC_TLS: 'off',
      TABLE_NAME: variableOf(signIn, 'TABLE_NAME'),
      TOKEN_ISSUER: variableOf(signIn, 'TOKEN_ISSUER'),
      POWERTOOLS_SERVICE_NAME: 'auth',
      ...awsEnvironment(inject('world').awsEndpoint),
      ...over,
    },
  });
  const { port, httpPort } = await portsOf(child);
  const client = new AuthServiceClient(`127.0.0.1:${port}`, credentials.createInsecure());
  return {
    verify: (token) =>
      new Promise((resolve, reject) => {
        client.verifyToken({ token }, (error: ServiceError | null, answer) => (error ? reject(error) : resolve(answer)));
      }),
    health: async () => (await fetch(`http://127.0.0.1:${httpPort}/health/grpc`)).status,
    async stop() {
      client.close();
      const exited = once(child, 'exit');
      if (child.kill('SIGTERM')) await exited;
    },
  };
}

async function portsOf(child: ChildProcess): Promise<{ port: number; httpPort: number }> {
  if (child.stdout === null) throw new Error('the process has an output');
  // The reader stays open: without one, the process would fail at its next line.
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return;
    child.once('exit', () => reject(new Error('the replica ended before it listened')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said: { message?: string; port?: number; httpPort?: number } = JSON.parse(line);
      if (said.message === 'listening') resolve({ port: Number(said.port), httpPort: Number(said.httpPort) });
    });
  });
}
