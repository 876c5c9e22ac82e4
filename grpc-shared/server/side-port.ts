import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SidePortProps = {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** In Prometheus's text format. */
  metrics(): Promise<string>;
  /** Why the service takes no calls; empty when it does. */
  notServing(): readonly string[];
};

export type SidePort = { port: number; close(): void };

const requestTimeoutMs = 5000;

/**
 * Plain HTTP for monitors that do not speak gRPC: `GET /metrics` for Prometheus, `GET /health/grpc` for load balancers,
 * which is 200 while the service takes calls and 503 with the reasons when it does not. It serves until it is closed, also while the
 * service drains. @throws when the port cannot be had
 */
export async function openSidePort({ host, port, metrics, notServing }: SidePortProps): Promise<SidePort> {
  const server = createServer({ maxHeaderSize: 8192, requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs });
  server.maxConnections = 100;
  server.on('request', (request, response) => {
    // A request with a body keeps nothing of it here.
    request.resume();
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET' && request.method !== 'HEAD') answer(response, 405, 'text/plain', 'GET only\n');
    else if (path === '/metrics') {
      metrics().then(
        (text) => answer(response, 200, 'text/plain; version=0.0.4; charset=utf-8', text),
        () => answer(response, 503, 'text/plain', 'no answer from the processes\n'),
      );
    } else if (path === '/health/grpc') {
      const reasons = notServing();
      const health = reasons.length === 0 ? { status: 'SERVING' } : { status: 'NOT_SERVING', reasons };
      answer(response, reasons.length === 0 ? 200 : 503, 'application/json', `${JSON.stringify(health)}\n`);
    } else answer(response, 404, 'text/plain', 'there are /metrics and /health/grpc\n');
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}
