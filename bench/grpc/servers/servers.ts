import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { permissionsOf } from '../../../functions/auth/model/permissions.ts';
import type { VerificationKey } from '../../../functions/auth/model/tokens/verification-key.ts';
import { VerifyTokenResponse } from '../../../generated/grpc/lonja/auth/v1/auth.ts';
import { makeGrpcCertificates } from '../../../local/deploy/grpc-certificates.ts';
import { localSubfolder } from '../../../local/process/workspace.ts';
import { local, organizationId, userIdOf } from './market.ts';
import { pythonWithGrpc } from './python-environment.ts';
import { type ServerProcess, started, startServer } from './server-process.ts';

export type Servers = {
  echo: ServerProcess;
  auth: ServerProcess;
  /** Over mutual TLS. */
  secureAuth: ServerProcess;
  stock: ServerProcess;
  rest: ServerProcess;
  /** As in document 2 of docs/coverage.md; undefined where Python's gRPC cannot be had. */
  python?: ServerProcess;
  /** What a client of `secureAuth` shows and trusts. */
  tls: { ca: string; cert: string; key: string };
  stop(): void;
};

/** Starts all of them: they stand idle but for the one that is called. */
export async function startServers(key: VerificationKey): Promise<Servers> {
  const certificates = await makeGrpcCertificates(localSubfolder('bench-grpc'), new Date().toISOString());
  const settings = {
    GRPC_HOST: '127.0.0.1',
    GRPC_PORT: '0',
    GRPC_TLS: 'off',
    GRPC_REVISION: 'bench',
    POWERTOOLS_SERVICE_NAME: 'bench',
    STAGE: 'production',
    BENCH_KEY: JSON.stringify(key),
  };
  const mutual = {
    GRPC_TLS: 'mutual',
    GRPC_TLS_CERT_FILE: certificates.auth.certificate,
    GRPC_TLS_KEY_FILE: certificates.auth.key,
    GRPC_TLS_CA_FILE: certificates.auth.authority,
  };
  const [echo, auth, secureAuth, stock, rest, python, ca, cert, privateKey] = await Promise.all([
    startServer('echo-server.ts', { BENCH_ANSWER: answer() }),
    startServer('auth-server.ts', settings),
    startServer('auth-server.ts', { ...settings, ...mutual }),
    startServer('stock-server.ts', settings),
    startServer('rest-server.ts', settings),
    startPython(),
    readFile(certificates.caller.authority, 'utf8'),
    readFile(certificates.caller.certificate, 'utf8'),
    readFile(certificates.caller.key, 'utf8'),
  ]);
  return {
    ...{ echo, auth, secureAuth, stock, rest, python },
    tls: { ca, cert, key: privateKey },
    stop() {
      for (const server of [echo, auth, secureAuth, stock, rest, python]) server?.stop();
    },
  };
}

/** As many bytes as VerifyToken's answer has, so that both send the same. */
function answer(): string {
  const bytes = VerifyTokenResponse.encode({
    isValid: true,
    userId: userIdOf(1),
    organizationId,
    permissions: permissionsOf(['producer']),
    locals: [local.localId],
    active: true,
    errorMessage: '',
  }).finish();
  return Buffer.from(bytes).toString('base64');
}

async function startPython(): Promise<ServerProcess | undefined> {
  const python = await pythonWithGrpc();
  if (python === undefined) return undefined;
  const descriptors = join(localSubfolder('bench-grpc'), 'protos.binpb');
  await promisify(execFile)('buf', ['build', '--output', descriptors]);
  return started(python, [join(import.meta.dirname, 'python_server.py'), descriptors, local.localId]);
}
