import { type App, CfnOutput, CfnParameter, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
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
import type { DataStack, Tables } from './data-stack.ts';

export type SagaStackProps = { stage: Stage; data: DataStack; api: ApiStack };

/** Below the 20 seconds that the state machine gives a task. */
const taskTimeoutSeconds = 15;
/** The provider is given 30 seconds in all, retries included. */
const chargeTimeoutSeconds = 45;

/** The order saga: its tasks, its state machine, what starts it, and who takes over when an execution ends badly. */
export class SagaStack extends Stack {
  readonly machine: StateMachine;
  private readonly stage: Stage;

  constructor(app: App, id: string, { stage, data, api }: SagaStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-saga`, description: 'Order saga' });
    this.stage = stage;
    const charge = this.chargePayment(data, api);
    const saga = new OrderSaga(this, 'OrderSaga', {
      stage,
      tasks: this.tasks(data.tables, charge),
      chargeTimeoutSeconds: this.seconds('ChargeTimeoutSeconds', 900, 'How long a charge may take before payment is asked'),
      retryWaitSeconds: this.seconds('RetryWaitSeconds', 300, 'How long to wait before a failed charge is tried again'),
    });
    this.machine = saga.machine;
    this.letAnswer(charge);
    this.startedBy(saga, data);
    this.reconciledBy(data.tables.order);
    new CfnOutput(this, 'StateMachineArn', { value: this.machine.stateMachineArn });
  }

  private chargePayment({ tables, providerSecret }: DataStack, api: ApiStack): LonjaFunction {
    const charge = this.task('payment/saga-tasks/charge-payment', tables.payment, chargeTimeoutSeconds);
    charge.addEnvironment('PAYMENT_WEBHOOK_URL', `${replaceableUrl(this, 'RestUrl', api.restUrl)}/api/v1/payments/webhook`);
    letCharge(charge, { url: replaceableUrl(this, 'PaymentProviderUrl', api.paymentProviderUrl), secret: providerSecret });
    return charge;
  }

  private tasks({ inventory, order, payment }: Tables, charge: LonjaFunction): ReadonlyMap<string, LonjaFunction> {
    return new Map([
      ['ReserveStock', this.task('inventory/saga-tasks/reserve-stock', inventory)],
      ['ChargePayment', charge],
      ['AskPayment', this.task('payment/saga-tasks/ask-payment', payment)],
      ['ConfirmOrder', this.task('order/saga-tasks/confirm-order', order)],
      ['CancelOrder', this.task('order/saga-tasks/cancel-order', order)],
      ['RefundPayment', this.task('payment/saga-tasks/refund-payment', payment)],
      ['ReleaseStock', this.task('inventory/saga-tasks/release-stock', inventory)],
    ]);
  }

  private task(path: string, table: DomainTable, timeoutSeconds = taskTimeoutSeconds): LonjaFunction {
    const task = new LonjaFunction(this, constructId(path.slice(path.lastIndexOf('/') + 1)), {
      stage: this.stage,
      entry: `functions/${path}.ts`,
      timeoutSeconds,
      environment: { TABLE_NAME: table.tableName },
    });
    table.allowCommits(task);
    return task;
  }

  /** A settled payment answers the saga at once. The policy stands alone: within the role's, task and machine would wait for each other. */
  private letAnswer(charge: LonjaFunction) {
    charge.role?.attachInlinePolicy(
      new Policy(this, 'ChargePaymentAnswers', {
        statements: [new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: [this.machine.stateMachineArn] })],
      }),
    );
  }

  private startedBy(saga: OrderSaga, { buses }: DataStack) {
    const { consumer } = new EventSubscription(this, 'OrderSagaStart', {
      stage: this.stage,
      entry: consumers['order-saga'].entry,
      from: busPatterns('order-saga', buses),
      environment: { STATE_MACHINE_ARN: this.machine.stateMachineArn },
    });
    saga.allowStarts(consumer);
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

  private seconds(name: string, usual: number, description: string): number {
    return new CfnParameter(this, name, { type: 'Number', default: usual, minValue: 1, description }).valueAsNumber;
  }
}
