import { DeleteFunctionConcurrencyCommand, PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import { lambda } from './aws.ts';
import { killProcessesOf } from './relay-control.ts';
import { functionOf } from './system.ts';

/**
 * Runs `meanwhile` while the payment provider answers nobody: the function behind its API may not run. Afterwards the processes that
 * charge cards are ended, since their circuit breakers may still be open.
 */
export async function withoutProvider<Result>(meanwhile: () => Promise<Result>): Promise<Result> {
  const { name: FunctionName } = await functionOf('functions/platform/payment-simulator/rest.ts');
  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
  try {
    return await meanwhile();
  } finally {
    await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    await killProcessesOf(await functionOf('functions/payment/saga-tasks/charge-payment.ts'));
  }
}
