import { createHash } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { number, record } from '../../shared/store/codec.ts';
import { documentClient, tableName } from '../../shared/store/dynamo.ts';
import { mailboxOf } from '../model/profile/mailbox.ts';
import { type Attempts, type AttemptWindow, waitSeconds, windowEndMs } from '../model/sign-in/attempt-window.ts';

/** What an attempt came to, and whether it counts against the limit. */
type Attempted<Result> = { result: Result; counts: boolean };
export type Throttled<Result> = { outcome: 'attempted'; result: Result } | { outcome: 'wait'; seconds: number };

/**
 * Makes an attempt if its windows allow it at `at` (ISO 8601 UTC). It is counted as being checked before it starts; a fault of ours
 * does not count. An attempt whose process ends is counted as being checked until its window ends.
 */
export async function throttled<Result>(
  windows: readonly AttemptWindow[],
  at: string,
  attempt: () => Promise<Attempted<Result>>,
): Promise<Throttled<Result>> {
  let counts = false;
  const started = await Promise.all(
    windows.map(async (window) => ({ window, attempts: await add(window, { counted: 0, checking: 1 }) })),
  );
  try {
    const seconds = waitSeconds(started, at);
    if (seconds !== undefined) return { outcome: 'wait', seconds };
    const attempted = await attempt();
    counts = attempted.counts;
    return { outcome: 'attempted', result: attempted.result };
  } finally {
    await Promise.all(windows.map((window) => add(window, { counted: counts ? 1 : 0, checking: -1 })));
  }
}

/** One atomic update outside any transaction, so that a crowd does not conflict. Returns what is stored after it. */
async function add(window: AttemptWindow, { counted, checking }: Attempts): Promise<Attempts> {
  const { Attributes } = await documentClient().send(
    new UpdateCommand({
      TableName: tableName(),
      Key: { pk: `ATTEMPTS#${hashOf(window)}`, sk: new Date(window.startsAtMs).toISOString() },
      UpdateExpression: 'ADD counted :counted, checking :checking SET expiresAt = :expiresAt',
      ExpressionAttributeValues: {
        ':counted': counted,
        ':checking': checking,
        ':expiresAt': Math.ceil(windowEndMs(window) / 1000),
      },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return attemptsCodec(Attributes, 'attempts');
}

const attemptsCodec = record<Attempts>({ counted: number, checking: number });

/** The key contains neither an e-mail nor a network address. */
function hashOf({ subject }: AttemptWindow): string {
  const parts =
    'email' in subject ? [subject.kind, mailboxOf(subject.organizationId, subject.email)] : [subject.kind, subject.address];
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}
