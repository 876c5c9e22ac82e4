import { createServer, type Server } from 'node:http';
import type { TestProject } from 'vitest/node';
import type { CertificateFiles } from '../../local/deploy/grpc-certificates.ts';
import { startWorld, type World } from '../../local/world.ts';

/** Addresses of the one system that all end-to-end tests share. */
export type TestWorld = {
  /** Takes `/api/v1/…` as is. */
  restUrl: string;
  awsEndpoint: string;
  /** Where the gRPC services write their logs. */
  folder: string;
  /** `host:port` of the gRPC services, which take calls over mutual TLS alone. */
  authGrpc: string;
  inventoryGrpc: string;
  /** Where they answer `/metrics` and `/health/grpc`. */
  grpcHttp: World['grpcHttp'];
  /** What a caller of the gRPC services shows. */
  callerCertificate: CertificateFiles;
  /** Ends and starts the gRPC services: `POST /auth/stop`, `POST /inventory/start` … Only this process holds what it started. */
  controlUrl: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    world: TestWorld;
  }
}

/** Times are shortened by the templates' parameters, not by other code. */
const settings = { name: 'e2e', chargeTimeoutSeconds: 20, retryWaitSeconds: 1 };

/** Starts the system once for all files, on free ports; answers with what ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const world = await startWorld({ ...settings, step: toldOnConsole });
  try {
    const { server, controlUrl } = await controlServer(world);
    const { restUrl, awsEndpoint, folder, authGrpc, inventoryGrpc, grpcHttp, certificates } = world;
    const callerCertificate = certificates.caller;
    project.provide('world', { restUrl, awsEndpoint, folder, authGrpc, inventoryGrpc, grpcHttp, callerCertificate, controlUrl });
    return async () => {
      server.close();
      await world.stop();
    };
  } catch (thrown) {
    await world.stop();
    throw thrown;
  }
}

async function toldOnConsole<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  process.stdout.write(`${title} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n`);
  return result;
}

function controlServer({ auth, inventory }: World): Promise<{ server: Server; controlUrl: string }> {
  const orders: Record<string, () => Promise<void>> = {
    '/auth/stop': () => auth.stop(),
    '/auth/start': () => auth.start(),
    '/inventory/stop': () => inventory.stop(),
    '/inventory/start': () => inventory.start(),
  };
  const server = createServer((request, response) => {
    const order = orders[request.url ?? ''] ?? (() => Promise.reject(new Error(`no such order: ${request.url}`)));
    order().then(
      () => response.end(),
      (thrown) => response.writeHead(500).end(String(thrown)),
    );
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      resolve({ server, controlUrl: `http://127.0.0.1:${port}` });
    });
  });
}
