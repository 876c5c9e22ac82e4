import { listKeys } from '../functions/auth/key-table.ts';
import { findLocal } from '../functions/auth/local-table.ts';
import { readRightsChanges } from '../functions/auth/rights-feed-table.ts';
import { isSessionOver } from '../functions/auth/session-table.ts';
import { findUser } from '../functions/auth/user-table.ts';
import { environment } from '../functions/shared/environment.ts';
import { runGrpcServices } from '../grpc-shared/run.ts';
import { authService } from './auth-service.ts';

await runGrpcServices(async (health) => {
  environment('TABLE_NAME');
  const readers = { listKeys, findUser, findLocal, isSessionOver, readChanges: readRightsChanges };
  const service = authService({ issuer: environment('TOKEN_ISSUER'), readers, health });
  await service.feed.start();
  return [service];
});
