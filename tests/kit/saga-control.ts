import { DescribeExecutionCommand, paginateGetExecutionHistory, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { stepFunctions } from './aws.ts';
import { sagaMachineArn } from './system.ts';

/** An order's execution is named by the order. */
const executionArn = async (orderId: string) => `${(await sagaMachineArn()).replace(':stateMachine:', ':execution:')}:${orderId}`;

export type Execution = { status: string; input: Record<string, unknown> };

/** How an order's saga stands, and what it was started with. */
export async function readExecution(orderId: string): Promise<Execution> {
  const { status = '', input = '{}' } = await stepFunctions.send(
    new DescribeExecutionCommand({ executionArn: await executionArn(orderId) }),
  );
  return { status, input: JSON.parse(input) };
}

/** The states that an order's saga has entered, in their order, each as often as it was entered. */
export async function statesEntered(orderId: string): Promise<string[]> {
  const states: string[] = [];
  const asked = { executionArn: await executionArn(orderId) };
  for await (const { events = [] } of paginateGetExecutionHistory({ client: stepFunctions }, asked)) {
    states.push(...events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []));
  }
  return states;
}

/** Ends an order's saga where it stands, as an operator or a machine's time-out does. */
export async function stopExecution(orderId: string): Promise<void> {
  await stepFunctions.send(new StopExecutionCommand({ executionArn: await executionArn(orderId), cause: 'a test' }));
}
