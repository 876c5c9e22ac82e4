import { findKey } from '../functions/auth/key-table.ts';
import { findLocal } from '../functions/auth/local-table.ts';
import { findUser } from '../functions/auth/user-table.ts';
import { environment } from '../functions/shared/environment.ts';
import { runGrpcServices } from '../grpc-shared/run.ts';
import { authService } from './auth-service.ts';

await runGrpcServices(() => {
  environment('TABLE_NAME');
  return [authService({ issuer: environment('TOKEN_ISSUER'), readers: { findKey, findUser, findLocal } })];
});
