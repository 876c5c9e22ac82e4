import { InvalidToken, SendTaskSuccessCommand, SFNClient, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn';
import { awsCallsTriedOnce } from '../../shared/aws/aws-calls.ts';
import { log } from '../../shared/log.ts';
import type { TaskAnswer } from '../model/payment.ts';

let client: SFNClient | undefined;

/**
 * Answers the task that waits with this token. `gone` means that it was answered, timed out or ended before: that is logged, but it is
 * no error and decides nothing, since the saga asks payment after a time-out. Tried once, since each caller is repeated by something
 * else.
 */
export async function answerSaga(
  { taskToken, orderId, correlationId }: { taskToken: string; orderId: string; correlationId: string },
  answer: TaskAnswer | { outcome: 'provider-out' },
  abortSignal?: AbortSignal,
): Promise<'answered' | 'gone'> {
  client ??= new SFNClient(awsCallsTriedOnce);
  try {
    const command = new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(answer) });
    await client.send(command, abortSignal && { abortSignal });
    return 'answered';
  } catch (thrown) {
    if (!(thrown instanceof TaskTimedOut || thrown instanceof TaskDoesNotExist || thrown instanceof InvalidToken)) throw thrown;
    log.info('no task waits with the token any more', { orderId, correlationId, outcome: answer.outcome, cause: thrown.name });
    return 'gone';
  }
}
