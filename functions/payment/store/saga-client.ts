import { InvalidToken, SendTaskSuccessCommand, SFNClient, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn';
import { awsCalls } from '../../shared/aws-calls.ts';
import type { TaskAnswer } from '../model/payment.ts';

let client: SFNClient | undefined;

/**
 * Resumes the saga that waits with this token. `gone`: nobody waits any more, since the wait was answered, timed out or ended; that
 * is no error and decides nothing, for the saga asks payment after a time-out.
 */
export async function answerSaga(taskToken: string, answer: TaskAnswer): Promise<'answered' | 'gone'> {
  client ??= new SFNClient(awsCalls);
  try {
    await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(answer) }));
    return 'answered';
  } catch (thrown) {
    if (thrown instanceof TaskTimedOut || thrown instanceof TaskDoesNotExist || thrown instanceof InvalidToken) return 'gone';
    throw thrown;
  }
}
