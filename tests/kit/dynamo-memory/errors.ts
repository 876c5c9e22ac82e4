import {
  type CancellationReason,
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  ThrottlingException,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import { type Attributes, copyOf } from './attribute-value.ts';

const $metadata = { httpStatusCode: 400 };

/** What DynamoDB refuses whatever the table holds. The SDK has no class for it, only its name. */
export const invalid = (message: string) =>
  new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', message, $metadata });

export const conditionFailed = (stored: Attributes | undefined) =>
  new ConditionalCheckFailedException({
    message: 'The conditional request failed',
    ...(stored && { Item: copyOf(stored) }),
    $metadata,
  });

export const throttled = () => new ThrottlingException({ message: 'Throughput exceeds the current capacity', $metadata });

export const inProgress = () =>
  new TransactionInProgressException({ message: 'The transaction with the given request token is in progress', $metadata });

/** A cancelled transaction: one reason for each action, in their order. */
export function cancelled(CancellationReasons: CancellationReason[]): TransactionCanceledException {
  const codes = CancellationReasons.map(({ Code }) => Code).join(', ');
  return new TransactionCanceledException({
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    CancellationReasons,
    $metadata,
  });
}

/** A call that nobody answered in time, as the SDK's HTTP handler throws it. */
export const timedOut = () => Object.assign(new Error('Connection timed out after 3000 ms'), { name: 'TimeoutError' });

/** A call that found nobody. */
export const unreachable = () =>
  Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:4566'), { code: 'ECONNREFUSED', syscall: 'connect' });
