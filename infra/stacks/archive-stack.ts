import { type App, Duration, Stack } from 'aws-cdk-lib';
import { Archive } from 'aws-cdk-lib/aws-events';
import { sourceOf } from '../../functions/shared/domain.ts';
import { constructId } from '../construct-id.ts';
import type { Stage } from '../stages.ts';
import type { Buses } from '../subscriptions.ts';

/** Keeps published events for 60 days, so that they can be replayed: half as long as consumers remember what they handled. */
export class ArchiveStack extends Stack {
  constructor(app: App, id: string, { stage, buses }: { stage: Stage; buses: Buses }) {
    super(app, id, { stackName: `lonja-${stage.name}-archive`, description: 'Archives of the event buses' });
    for (const [domain, bus] of buses) {
      // Not `bus.archive`, which would create it in the stack of the bus.
      new Archive(this, constructId(domain, 'archive'), {
        sourceEventBus: bus,
        description: `Events of ${domain}`,
        eventPattern: { source: [sourceOf(domain)] },
        retention: Duration.days(60),
      });
    }
  }
}
