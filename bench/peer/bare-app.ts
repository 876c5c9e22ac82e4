/** The peers that the system is compared with: functions that do nothing, and a state machine with as many steps as a confirmed order. */
import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';

const app = new App();
const stack = new Stack(app, 'Bare', { stackName: 'lonja-bench-bare' });

const bare = (id: string) =>
  new LambdaFunction(stack, id, {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromAsset('dist/bench/bare-function'),
  });

const [reserve, charge, confirm] = [bare('Reserve'), bare('Charge'), bare('Confirm')];
const invoke = (target: LambdaFunction, next: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: target.functionArn, Payload: {} },
  ...next,
});
const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Reserve',
  States: {
    Reserve: invoke(reserve, { Next: 'Charge' }),
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: charge.functionArn, Payload: { taskToken: '{% $states.context.Task.Token %}' } },
      TimeoutSeconds: 30,
      Next: 'Confirm',
    },
    Confirm: invoke(confirm, { End: true }),
  },
};
const machine = new StateMachine(stack, 'Machine', { definitionBody: DefinitionBody.fromString(stack.toJsonString(definition)) });
for (const step of [reserve, charge, confirm]) step.grantInvoke(machine);
charge.addToRolePolicy(new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: ['*'] }));

new CfnOutput(stack, 'MachineArn', { value: machine.stateMachineArn });
new CfnOutput(stack, 'FunctionArn', { value: bare('Behind').functionArn });
app.synth();
