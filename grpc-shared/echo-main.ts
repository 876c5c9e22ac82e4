import { echoService } from './echo-service.ts';
import { runGrpcServices } from './run.ts';

/** The echo service as a process of its own, for tests. */
await runGrpcServices(() => [echoService()]);
