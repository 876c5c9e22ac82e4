import { type App, CfnOutput, CfnParameter, Stack } from 'aws-cdk-lib';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { domains } from '../../functions/domains.ts';
import { constructId } from '../construct-id.ts';
import { DomainFunction } from '../constructs/domain-function.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import type { LonjaFunction } from '../constructs/lonja-function.ts';
import { OrderSaga } from '../constructs/order-saga.ts';
import { otherLambda } from '../other-lambda.ts';
import type { Stage } from '../stages.ts';
import type { DataStack } from './data-stack.ts';

export type SagaStackProps = { stage: Stage; data: DataStack };

/** Less than the 20 seconds that the state machine gives a task. */
const usualTimeoutSeconds = 15;

/** The order saga: its tasks, its state machine, and the reconciler, which takes over when an execution ends badly. */
export class SagaStack extends Stack {
  readonly machine: StateMachine;
  private readonly saga: OrderSaga;
  private readonly stage: Stage;
  private readonly data: DataStack;

  constructor(app: App, id: string, { stage, data }: SagaStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-saga`, description: 'Order saga' });
    this.stage = stage;
    this.data = data;
    this.saga = new OrderSaga(this, 'OrderSaga', {
      stage,
      tasks: this.tasks(),
      chargeTimeoutSeconds: this.seconds('ChargeTimeoutSeconds', 900, 'How long a charge may take before payment is asked'),
      retryWaitSeconds: this.seconds('RetryWaitSeconds', 300, 'How long to wait before a failed charge is tried again'),
    });
    this.machine = this.saga.machine;
    this.reconcile();
    new CfnOutput(this, 'StateMachineArn', { value: this.machine.stateMachineArn });
  }

  /** Lets a function of any later stack start sagas. */
  allowStarts(starter: LonjaFunction) {
    starter.addEnvironment('STATE_MACHINE_ARN', this.machine.stateMachineArn);
    this.saga.allowStarts(starter);
  }

  /** The function of each state that the domains declare. */
  private tasks(): ReadonlyMap<string, LonjaFunction> {
    const { stage, data } = this;
    return new Map(
      domains.flatMap((domain) =>
        Object.entries(domain.sagaTasks ?? {}).map(([state, lambda]) => [
          state,
          new DomainFunction(this, constructId(state), { stage, data, domain, lambda, timeoutSeconds: usualTimeoutSeconds }),
        ]),
      ),
    );
  }

  /** Brings the orders of executions that failed, timed out or were aborted to the reconciler. */
  private reconcile() {
    const { stage, data } = this;
    const stateMachineArn = [this.machine.stateMachineArn];
    new EventSubscription(this, 'Reconciliation', {
      stage,
      data,
      ...otherLambda('reconciler'),
      from: [
        {
          name: 'StepFunctions',
          pattern: {
            source: ['aws.states'],
            detailType: ['Step Functions Execution Status Change'],
            detail: { stateMachineArn, status: ['ABORTED', 'FAILED', 'TIMED_OUT'] },
          },
        },
      ],
    });
  }

  private seconds(name: string, usual: number, description: string): number {
    return new CfnParameter(this, name, { type: 'Number', default: usual, minValue: 1, description }).valueAsNumber;
  }
}
