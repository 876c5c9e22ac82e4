import { findKey } from '../functions/auth/key-table.ts';
import { findLocal } from '../functions/auth/local-table.ts';
import { findUser } from '../functions/auth/user-table.ts';
import { environment } from '../functions/shared/environment.ts';
import { causeText } from '../functions/shared/faults.ts';
import { log } from '../functions/shared/log.ts';
import { startAuthServer } from './server.ts';

/** Below the 25 seconds in which the process must be gone. */
const drainTimeoutMs = 20_000;

try {
  environment('TABLE_NAME');
  const host = environment('AUTH_GRPC_HOST');
  const server = await startAuthServer({
    host,
    port: Number(environment('AUTH_GRPC_PORT')),
    issuer: environment('TOKEN_ISSUER'),
    readers: { findKey, findUser, findLocal },
    reflection: process.env.STAGE !== 'production',
  });
  log.info('listening', { host, port: server.port });
  let draining = false;
  const stop = (signal: string) => {
    if (draining) return;
    draining = true;
    log.info('draining', { signal });
    void server.drain(drainTimeoutMs).then(() => {
      log.info('drained');
      process.exit(0);
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (thrown) {
  log.error('cannot start', { cause: causeText(thrown) });
  process.exitCode = 1;
}
