import { type App, Stack } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { domains } from '../../functions/domains.ts';
import type { DomainDeclaration, JobDeclaration } from '../../functions/shared/domain.ts';
import { constructId } from '../construct-id.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { DomainFunction } from '../constructs/domain-function.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import { OutboxRelay } from '../constructs/outbox-relay.ts';
import { ScheduledInvocation } from '../constructs/scheduled-invocation.ts';
import { otherLambda } from '../other-lambda.ts';
import type { Stage } from '../stages.ts';
import { busPatterns } from '../subscriptions.ts';
import type { DataStack } from './data-stack.ts';

export type EventsStackProps = { stage: Stage; data: DataStack };

/** For a job, unless its declaration says otherwise: less than the shortest interval. */
const usualJobTimeoutSeconds = 50;

/** A scheduled job of a domain with its function. */
export type DeployedJob = { id: string; name: string; job: JobDeclaration; run: DomainFunction };

/** What happens without a request: outboxes to buses, buses to consumers, and scheduled jobs. */
export class EventsStack extends Stack {
  readonly jobs: readonly DeployedJob[];
  /** The queue of each consumer, by the consumer's name. */
  readonly queues: ReadonlyMap<string, Queue>;
  private readonly stage: Stage;
  private readonly data: DataStack;

  constructor(app: App, id: string, { stage, data }: EventsStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-events`, description: 'Relays, consumers and scheduled jobs' });
    this.stage = stage;
    this.data = data;
    for (const [domain, bus] of data.buses) {
      new OutboxRelay(this, constructId(domain, 'relay'), { stage, domain, table: data.table(domain), bus });
    }
    this.queues = new Map(domains.flatMap((domain) => this.consume(domain)));
    this.takeEmailFeedback();
    this.jobs = domains.flatMap((domain) =>
      Object.entries(domain.jobs ?? {}).map(([name, job]) => this.schedule(domain, name, job)),
    );
  }

  private consume(domain: DomainDeclaration): [string, Queue][] {
    const { stage, data } = this;
    return Object.entries(domain.consumers ?? {}).map(([name, lambda]) => {
      const from = busPatterns(lambda, data.buses);
      return [name, new EventSubscription(this, constructId(name), { stage, data, domain, lambda, from }).queue];
    });
  }

  /** Brings bounces and complaints of our e-mails from the default bus, on which SES publishes. */
  private takeEmailFeedback() {
    const { stage, data } = this;
    const configurationSet = [data.configurationSet.configurationSetName];
    new EventSubscription(this, 'EmailFeedback', {
      stage,
      data,
      ...otherLambda('email-feedback'),
      from: [
        {
          name: 'Ses',
          pattern: {
            source: ['aws.ses'],
            detailType: ['Email Bounced', 'Email Complaint Received'],
            // Another stage of the account sends with another one.
            detail: { mail: { tags: { 'ses:configuration-set': configurationSet } } },
          },
        },
      ],
    });
  }

  private schedule(domain: DomainDeclaration, name: string, job: JobDeclaration): DeployedJob {
    const { stage, data } = this;
    const id = constructId(domain.name, name);
    const run = new DomainFunction(this, id, { stage, data, domain, lambda: job, timeoutSeconds: usualJobTimeoutSeconds });
    new ScheduledInvocation(this, `${id}Schedule`, {
      target: run,
      everyMinutes: job.everyMinutes,
      deadLetterQueue: new DeadLetterQueue(this, `${id}DeadLetterQueue`),
    });
    return { id, name, job, run };
  }
}
