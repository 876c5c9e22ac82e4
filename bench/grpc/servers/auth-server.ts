/** gRPC Auth as it runs in production, all around it included, but for its table: that is in memory. */
import { authService } from '../../../grpc-auth/auth-service.ts';
import { runGrpcServices } from '../../../grpc-shared/server/run.ts';
import { issuer, readersInMemory } from './market.ts';

await runGrpcServices(async (health) => {
  const service = authService({ issuer, readers: readersInMemory(), health });
  await service.feed.start();
  return [service];
});
