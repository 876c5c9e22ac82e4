import type { ApiStack } from '../stacks/api-stack.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { EventsStack } from '../stacks/events-stack.ts';
import type { SagaStack } from '../stacks/saga-stack.ts';
import type { Stage } from '../stages.ts';

/** The stacks with functions of domains, and with what these may be allowed to use. */
export type System = { stage: Stage; data: DataStack; api: ApiStack; saga: SagaStack; events: EventsStack };
