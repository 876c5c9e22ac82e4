import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArnFormat, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { LonjaFunction } from './lonja-function.ts';

export type OrderSagaProps = {
  stage: Stage;
  /** The function of each state, by the name of the state: `ReserveStock` for `${ReserveStockFunctionArn}` in the definition. */
  tasks: ReadonlyMap<string, LonjaFunction>;
  chargeTimeoutSeconds: number;
  retryWaitSeconds: number;
};

const definitionFile = join(import.meta.dirname, '..', '..', 'state-machines', 'order-saga.asl.json');

/** The state machine of the order saga: the definition file with the ARNs of the tasks and the two waits filled in. */
export class OrderSaga extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { stage, tasks, chargeTimeoutSeconds, retryWaitSeconds }: OrderSagaProps) {
    super(scope, id);
    const removalPolicy = stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const arns = new Map([...tasks].map(([name, task]) => [`\${${name}FunctionArn}`, task.functionArn]));
    const definition = filledIn(JSON.parse(readFileSync(definitionFile, 'utf8')), {
      arns,
      chargeTimeoutSeconds,
      retryWaitSeconds,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [...tasks.values()].map(({ functionArn }) => functionArn),
      }),
    );
    this.machine = new StateMachine(this, 'Machine', {
      definitionBody: DefinitionBody.fromString(Stack.of(this).toJsonString(definition)),
      role,
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        includeExecutionData: false,
        destination: new LogGroup(this, 'Log', { retention: stage.logRetentionDays, removalPolicy }),
      },
      removalPolicy,
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Log delivery and X-Ray accept no resource names.',
    });
  }

  /**
   * Lets a function of a later stack start sagas and describe one, to see whether an execution that exists already is of the same
   * order.
   */
  allowStarts(starter: LonjaFunction) {
    const stack = Stack.of(this);
    const { stateMachineName } = this.machine;
    this.machine.grantStartExecution(starter);
    starter.addToRolePolicy(
      new PolicyStatement({
        actions: ['states:DescribeExecution'],
        resources: [
          stack.formatArn({
            service: 'states',
            resource: 'execution',
            resourceName: `${stateMachineName}:*`,
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        ],
      }),
    );
    // cdk-nag names the finding after the export by which the later stack knows the machine.
    const { 'Fn::ImportValue': name } = stack.resolve(stack.exportValue(stateMachineName));
    Validations.of(starter.role ?? starter).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${name}:*]`,
      reason: 'Executions of this one machine: their names are order ids.',
    });
  }
}

type Filling = { arns: ReadonlyMap<string, string>; chargeTimeoutSeconds: number; retryWaitSeconds: number };

/** A copy of a part of the definition with every ARN and every wait filled in. */
function filledIn(part: unknown, filling: Filling): unknown {
  if (typeof part === 'string') return arnOr(part, filling.arns);
  if (Array.isArray(part)) return part.map((element) => filledIn(element, filling));
  if (typeof part !== 'object' || part === null) return part;
  const filled = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, filledIn(value, filling)]));
  if (filled.Type === 'Wait') return { ...filled, Seconds: filling.retryWaitSeconds };
  const awaitsCallback = typeof filled.Resource === 'string' && filled.Resource.endsWith('.waitForTaskToken');
  return awaitsCallback ? { ...filled, TimeoutSeconds: filling.chargeTimeoutSeconds } : filled;
}

function arnOr(text: string, arns: ReadonlyMap<string, string>): string {
  if (!/^\$\{\w+\}$/.test(text)) return text;
  const arn = arns.get(text);
  if (arn === undefined) throw new Error(`${definitionFile} names ${text}, but no domain.ts declares that state under sagaTasks`);
  return arn;
}
