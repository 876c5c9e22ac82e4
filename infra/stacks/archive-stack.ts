import { type App, Duration, Stack } from 'aws-cdk-lib';
import { Archive } from 'aws-cdk-lib/aws-events';
import { sourceOf } from '../../events-schemas/topology.ts';
import { constructId } from '../construct-id.ts';
import type { Stage } from '../stages.ts';
import type { Buses } from '../subscriptions.ts';

/** Keeps what was published for 60 days, half as long as consumers remember what they handled, so that it can be replayed. */
export class ArchiveStack extends Stack {
  constructor(app: App, id: string, { stage, buses }: { stage: Stage; buses: Buses }) {
    super(app, id, { stackName: `lonja-${stage.name}-archive`, description: 'Archives of the event buses' });
    for (const [domain, bus] of buses) {
      // Not `bus.archive`, which would put it into the stack of the bus.
      new Archive(this, constructId(domain, 'archive'), {
        sourceEventBus: bus,
        description: `Events of ${domain}`,
        eventPattern: { source: [sourceOf(domain)] },
        retention: Duration.days(60),
      });
    }
  }
}
