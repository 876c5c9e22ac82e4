import { Server, ServerCredentials } from '@grpc/grpc-js';
import { fileDescriptorSetBase64 } from '../generated/grpc/descriptors.ts';
import { ServerReflectionService } from '../generated/grpc/grpc/reflection/v1/reflection.ts';
import { type AuthServiceServer, AuthServiceService } from '../generated/grpc/lonja/auth/v1/auth.ts';
import { getUserPermissions } from './get-user-permissions.ts';
import { healthOf } from './health.ts';
import { knownKeys } from './known-keys.ts';
import { type AuthReaders, limited } from './readers.ts';
import { reflectionOf } from './reflection.ts';
import { unary } from './unary.ts';
import { validateLocal } from './validate-local.ts';
import { verifyToken } from './verify-token.ts';

const serviceName = 'lonja.auth.v1.AuthService';

export type AuthServerProps = {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Whose tokens are verified. */
  issuer: string;
  readers: AuthReaders;
  /** Whether anybody who reaches the port may read the API's description. */
  reflection: boolean;
};

export type AuthServer = {
  port: number;
  /** NOT_SERVING, no new calls; resolves when the calls in flight have ended, at the latest after `timeoutMs`. */
  drain(timeoutMs: number): Promise<void>;
};

/** Starts AuthService with health and reflection. @throws when the port cannot be had */
export async function startAuthServer({ host, port, issuer, readers, reflection }: AuthServerProps): Promise<AuthServer> {
  const server = new Server({
    // A token has 8 KiB; what is larger is refused before it is read.
    'grpc.max_receive_message_length': 64 * 1024,
    'grpc.max_concurrent_streams': 500,
    'grpc.max_connection_idle_ms': 120_000,
    // Clients come back and so find new replicas.
    'grpc.max_connection_age_ms': 240_000,
    'grpc.max_connection_age_grace_ms': 10_000,
    'grpc.enable_channelz': 0,
  });
  const health = healthOf([serviceName]);
  server.addService(AuthServiceService, authService(limited(readers), issuer));
  server.addService(health.service, health.implementation);
  if (reflection) server.addService(ServerReflectionService, reflectionOf(Buffer.from(fileDescriptorSetBase64, 'base64')));
  const bound = await bind(server, `${host}:${port}`);
  return {
    port: bound,
    async drain(timeoutMs) {
      health.stopServing();
      await shutDown(server, timeoutMs);
    },
  };
}

function authService(readers: AuthReaders, issuer: string): AuthServiceServer {
  const findKey = knownKeys(readers.findKey);
  const { findUser } = readers;
  return {
    verifyToken: unary((request) => verifyToken(request, { issuer, now: new Date(), findKey, findUser })),
    validateLocal: unary((request) => validateLocal(request, readers)),
    getUserPermissions: unary((request) => getUserPermissions(request, readers)),
  };
}

function bind(server: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port)));
  });
}

function shutDown(server: Server, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.forceShutdown();
      resolve();
    }, timeoutMs);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
