import { listKeys } from '../functions/auth/store/key-table.ts';
import { findLocal } from '../functions/auth/store/local-table.ts';
import { readRightsChanges } from '../functions/auth/store/rights-feed-table.ts';
import { isSessionOver } from '../functions/auth/store/session-table.ts';
import { findRights } from '../functions/auth/store/user-table.ts';
import { environment } from '../functions/shared/environment.ts';
import { runGrpcServices } from '../grpc-shared/server/run.ts';
import { authService } from './auth-service.ts';

await runGrpcServices(async (health) => {
  environment('TABLE_NAME');
  const readers = { listKeys, findUser: findRights, findLocal, isSessionOver, readChanges: readRightsChanges };
  const service = authService({ issuer: environment('TOKEN_ISSUER'), readers, health });
  await service.feed.start();
  return [service];
});
