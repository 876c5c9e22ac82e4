import { type App, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { type ConsumerName, consumers } from '../../events-schemas/topology.ts';
import { constructId } from '../construct-id.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import type { DomainTable } from '../constructs/domain-table.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import { LonjaFunction } from '../constructs/lonja-function.ts';
import { OutboxRelay } from '../constructs/outbox-relay.ts';
import { letCharge, replaceableUrl } from '../constructs/payment-provider.ts';
import { ScheduledInvocation } from '../constructs/scheduled-invocation.ts';
import { letRotate } from '../constructs/signing-keys.ts';
import type { Stage } from '../stages.ts';
import { busPatterns } from '../subscriptions.ts';
import type { ApiStack } from './api-stack.ts';
import type { DataStack } from './data-stack.ts';
import type { SagaStack } from './saga-stack.ts';

export type EventsStackProps = { stage: Stage; data: DataStack; api: ApiStack; saga: SagaStack };

const oneDayMinutes = 24 * 60;
/** Twenty members of staff, five at a time, each letter up to 10 s at SES and a few more at the table. */
const mailTimeoutSeconds = 90;

/** What happens by itself: outboxes to buses, buses to consumers, and work that comes round by the clock. */
export class EventsStack extends Stack {
  /** Gives back what payment owes; its log line says what is owed still. */
  readonly reverseCharges: LonjaFunction;
  private readonly stage: Stage;
  private readonly data: DataStack;

  constructor(app: App, id: string, { stage, data, api, saga }: EventsStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-events`, description: 'Relays, consumers and scheduled jobs' });
    this.stage = stage;
    this.data = data;
    const { tables, buses, providerSecret } = data;
    for (const [domain, bus] of buses) {
      new OutboxRelay(this, constructId(domain, 'relay'), { stage, domain, table: tables[domain], bus });
    }

    for (const name of ['order', 'inventory', 'shipping'] as const) tables[name].allowCommits(this.consumer(name));
    tables.audit.allowPuts(this.consumer('audit'));

    const provider = { url: replaceableUrl(this, 'PaymentProviderUrl', api.paymentProviderUrl), secret: providerSecret };
    const payment = this.consumer('payment');
    tables.payment.allowCommits(payment);
    letCharge(payment, provider);
    payment.addToRolePolicy(
      new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: [saga.machine.stateMachineArn] }),
    );
    this.reverseCharges = this.everyMinute('ReverseCharges', 'functions/payment/jobs/reverse-charges.ts', tables.payment);
    letCharge(this.reverseCharges, provider);
    this.everyMinute('CancelOverdueOrders', 'functions/order/jobs/cancel-overdue.ts', tables.order);
    letRotate(this.scheduled('RotateSigningKeys', 'functions/auth/jobs/rotate-keys.ts', tables.auth, oneDayMinutes), stage);
    this.notify();
  }

  private consumer(
    name: ConsumerName,
    { environment, timeoutSeconds }: { environment?: Record<string, string>; timeoutSeconds?: number } = {},
  ): LonjaFunction {
    const { domain, entry } = consumers[name];
    return new EventSubscription(this, constructId(name), {
      stage: this.stage,
      entry,
      from: busPatterns(name, this.data.buses),
      ...(timeoutSeconds !== undefined && { timeoutSeconds }),
      environment: { TABLE_NAME: this.data.tables[domain].tableName, ...environment },
    }).consumer;
  }

  private everyMinute(id: string, entry: string, table: DomainTable): LonjaFunction {
    return this.scheduled(id, entry, table, 1);
  }

  private scheduled(id: string, entry: string, table: DomainTable, everyMinutes: number): LonjaFunction {
    const target = new LonjaFunction(this, id, {
      stage: this.stage,
      entry,
      timeoutSeconds: 50,
      environment: { TABLE_NAME: table.tableName },
    });
    table.allowCommits(target);
    new ScheduledInvocation(this, `${id}Schedule`, {
      target,
      everyMinutes,
      deadLetterQueue: new DeadLetterQueue(this, `${id}DeadLetterQueue`),
    });
    return target;
  }

  private notify() {
    const { senderEmail } = this.stage;
    new EmailIdentity(this, 'Sender', { identity: Identity.email(senderEmail) });
    const notification = this.consumer('notification', {
      timeoutSeconds: mailTimeoutSeconds,
      environment: { SENDER_EMAIL: senderEmail },
    });
    this.data.tables.notification.allowCommits(notification);
    notification.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        // While an account is in the SES sandbox, the recipient's identity is checked too: the sender is what is fixed.
        resources: [this.formatArn({ service: 'ses', resource: 'identity', resourceName: '*' })],
        conditions: { StringEquals: { 'ses:FromAddress': senderEmail } },
      }),
    );
    Validations.of(notification.role ?? notification).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
      reason: 'Any recipient, but one sender, by condition.',
    });
  }
}
