import { isDeepStrictEqual } from 'node:util';
import { DescribeExecutionCommand, ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { SagaOrder } from '../../../generated/saga/types.ts';
import { awsCalls } from '../../shared/aws/aws-calls.ts';
import { environment } from '../../shared/environment.ts';
import { PermanentFault } from '../../shared/faults.ts';

let client: SFNClient | undefined;
const stepFunctions = () => {
  client ??= new SFNClient(awsCalls);
  return client;
};

/**
 * Starts the saga of an order once, in an execution named by the order. An execution that exists with the same input is our own
 * earlier start. (AWS reports it only for a closed execution, emulators for a running one as well.)
 * @throws {PermanentFault} when an execution of this name has another input
 */
export async function startSaga(order: SagaOrder): Promise<void> {
  const stateMachineArn = environment('STATE_MACHINE_ARN');
  try {
    await stepFunctions().send(new StartExecutionCommand({ stateMachineArn, name: order.orderId, input: JSON.stringify(order) }));
  } catch (thrown) {
    if (!(thrown instanceof ExecutionAlreadyExists)) throw thrown;
    const executionArn = executionArnOf(stateMachineArn, order.orderId);
    const { input = '' } = await stepFunctions().send(new DescribeExecutionCommand({ executionArn }));
    if (!isDeepStrictEqual(JSON.parse(input), order)) {
      throw new PermanentFault(`execution ${order.orderId} exists with another input`);
    }
  }
}

/** For a standard workflow: `…:stateMachine:<machine>` → `…:execution:<machine>:<name>`. */
const executionArnOf = (stateMachineArn: string, name: string) =>
  `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
