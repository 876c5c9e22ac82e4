import { runGrpcServices } from '../../../grpc-shared/server/run.ts';
import { echoService } from './echo-service.ts';

/** The echo service as a process of its own, for tests. */
await runGrpcServices(() => [echoService()]);
