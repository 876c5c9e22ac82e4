import { afterEach, describe, expect, it } from 'vitest';
import { AuthServiceService } from '../../../generated/grpc/lonja/auth/v1/auth.ts';
import { grpcService } from '../../../grpc-shared/calls/grpc-service.ts';
import { unary } from '../../../grpc-shared/calls/methods.ts';
import { Health } from '../../../grpc-shared/server/health.ts';
import { startGrpcServer } from '../../../grpc-shared/server/server.ts';
import { connectAuth } from './auth-client.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

const trace = { correlationId: 'reconnection', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };

/** Auth closes each connection after a while, so that its callers find new replicas. */
describe('the client of Auth', () => {
  it('needs no second attempt when its connection is closed because of its age, however busy it is', async () => {
    const service = grpcService(AuthServiceService, {
      verifyToken: unary(() => ({
        ...{
          isValid: true,
          userId: 'pep',
          organizationId: 'olivar',
          permissions: [],
          locals: [],
          active: true,
          errorMessage: '',
        },
      })),
      validateLocal: unary(() => ({ isValid: true, localName: 'The Mill', errorMessage: '' })),
      getUserPermissions: unary(() => ({ permissions: [] })),
    });
    const server = await startGrpcServer({
      ...{ host: '127.0.0.1', port: 0, health: new Health(), services: [service], reflection: false },
      limits: { connectionAgeMs: 700, connectionAgeGraceMs: 5000 },
    });
    opened.push({ close: () => server.drain(50) });
    let pauses = 0;
    const client = connectAuth({
      target: `127.0.0.1:${server.port}`,
      // Nothing listens on the port for discarding.
      twinUrl: 'http://127.0.0.1:9/api/v1',
      random: () => 1,
      pause: async () => {
        pauses += 1;
      },
    });
    opened.push(client);
    const question = { userId: 'pep', organizationId: 'olivar', localId: 'mill', token: 'x' };
    const endsAtMs = performance.now() + 4000;
    let calls = 0;
    const caller = async () => {
      for (; performance.now() < endsAtMs; calls++)
        expect(await client.validateLocal(question, trace)).toEqual({ isValid: true, localName: 'The Mill' });
    };
    await Promise.all(Array.from({ length: 64 }, caller));
    expect(calls).toBeGreaterThan(1000);
    expect(pauses).toBe(0);
  });
});
