import { type App, ArnFormat, CfnOutput, CfnParameter, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnStateMachine, type StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { consumers } from '../../events-schemas/topology.ts';
import { constructId } from '../construct-id.ts';
import type { DomainTable } from '../constructs/domain-table.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import { LonjaFunction } from '../constructs/lonja-function.ts';
import { OrderSaga } from '../constructs/order-saga.ts';
import { letCharge, replaceableUrl } from '../constructs/payment-provider.ts';
import type { Stage } from '../stages.ts';
import { busPatterns } from '../subscriptions.ts';
import type { ApiStack } from './api-stack.ts';
import type { DataStack } from './data-stack.ts';

export type SagaStackProps = { stage: Stage; data: DataStack; api: ApiStack };

const taskTimeoutSeconds = 15;

/** The order saga: its tasks, its state machine, what starts it, and who takes over when an execution ends badly. */
export class SagaStack extends Stack {
  readonly machine: StateMachine;
  private readonly stage: Stage;

  constructor(app: App, id: string, { stage, data, api }: SagaStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-saga`, description: 'Order saga' });
    this.stage = stage;
    this.machine = new OrderSaga(this, 'OrderSaga', {
      stage,
      tasks: this.tasks(data, api),
      chargeTimeoutSeconds: this.seconds('ChargeTimeoutSeconds', 900, 'How long a charge may take before payment is asked'),
      retryWaitSeconds: this.seconds('RetryWaitSeconds', 300, 'How long to wait before a failed charge is tried again'),
    }).machine;
    this.startedBy(data);
    this.reconciledBy(data.tables.order);
    new CfnOutput(this, 'StateMachineArn', { value: this.machine.stateMachineArn });
  }

  private tasks({ tables, providerSecret }: DataStack, api: ApiStack): ReadonlyMap<string, LonjaFunction> {
    const provider = { url: replaceableUrl(this, 'PaymentProviderUrl', api.paymentProviderUrl), secret: providerSecret };
    const charge = this.task('payment/saga-tasks/charge-payment', tables.payment);
    charge.addEnvironment('PAYMENT_WEBHOOK_URL', `${replaceableUrl(this, 'RestUrl', api.restUrl)}/api/v1/payments/webhook`);
    const ask = this.task('payment/saga-tasks/ask-payment', tables.payment);
    const refund = this.task('payment/saga-tasks/refund-payment', tables.payment);
    for (const caller of [charge, ask, refund]) letCharge(caller, provider);
    return new Map([
      ['ReserveStock', this.task('inventory/saga-tasks/reserve-stock', tables.inventory)],
      ['ChargePayment', charge],
      ['AskPayment', ask],
      ['ConfirmOrder', this.task('order/saga-tasks/confirm-order', tables.order)],
      ['CancelOrder', this.task('order/saga-tasks/cancel-order', tables.order)],
      ['RefundPayment', refund],
      ['ReleaseStock', this.task('inventory/saga-tasks/release-stock', tables.inventory)],
    ]);
  }

  private task(path: string, table: DomainTable): LonjaFunction {
    const task = new LonjaFunction(this, constructId(path.slice(path.lastIndexOf('/') + 1)), {
      stage: this.stage,
      entry: `functions/${path}.ts`,
      timeoutSeconds: taskTimeoutSeconds,
      environment: { TABLE_NAME: table.tableName },
    });
    table.allowCommits(task);
    return task;
  }

  private startedBy({ buses }: DataStack) {
    const { consumer } = new EventSubscription(this, 'OrderSagaStart', {
      stage: this.stage,
      entry: consumers['order-saga'].entry,
      from: busPatterns('order-saga', buses),
      environment: { STATE_MACHINE_ARN: this.machine.stateMachineArn },
    });
    consumer.addToRolePolicy(
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [this.machine.stateMachineArn] }),
    );
    // To tell a second delivery from another order's start; the name of an execution is known only once it runs.
    consumer.addToRolePolicy(new PolicyStatement({ actions: ['states:DescribeExecution'], resources: [this.executionArns()] }));
    Validations.of(consumer.role ?? consumer).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<${this.machineLogicalId()}.Name>:*]`,
      reason: 'Executions of this one machine; they are named by their orders.',
    });
  }

  /** An execution that failed, timed out or was aborted leaves its order to the reconciler. */
  private reconciledBy(orders: DomainTable) {
    const { consumer } = new EventSubscription(this, 'Reconciliation', {
      stage: this.stage,
      entry: 'functions/order/reconciler.ts',
      from: [
        {
          name: 'StepFunctions',
          pattern: {
            source: ['aws.states'],
            detailType: ['Step Functions Execution Status Change'],
            detail: { stateMachineArn: [this.machine.stateMachineArn], status: ['ABORTED', 'FAILED', 'TIMED_OUT'] },
          },
        },
      ],
      environment: { TABLE_NAME: orders.tableName },
    });
    orders.allowCommits(consumer);
  }

  private executionArns(): string {
    return this.formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.machine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  private machineLogicalId(): string {
    const { defaultChild } = this.machine.node;
    if (!(defaultChild instanceof CfnStateMachine)) throw new Error(`${this.machine.node.path} is no state machine`);
    return this.getLogicalId(defaultChild);
  }

  private seconds(name: string, usual: number, description: string): number {
    return new CfnParameter(this, name, { type: 'Number', default: usual, minValue: 1, description }).valueAsNumber;
  }
}
