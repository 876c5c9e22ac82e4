import { createHash } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from '../../shared/store/dynamo.ts';
import { type LoginWindow, windowEndMs } from '../model/login-throttle.ts';
import { normalizedEmail } from '../model/user.ts';

/** Counts a try, and says how many there are now. One atomic update, outside of any transaction: a crowd waits for nobody. */
export const countTry = (window: LoginWindow): Promise<number> => add(window, 1);

/** Gives a try back. */
export async function giveTryBack(window: LoginWindow): Promise<void> {
  await add(window, -1);
}

async function add(window: LoginWindow, tries: 1 | -1): Promise<number> {
  const { Attributes } = await documentClient().send(
    new UpdateCommand({
      TableName: tableName(),
      Key: { pk: `LOGINS#${hashOf(window)}`, sk: new Date(window.startsAtMs).toISOString() },
      UpdateExpression: 'ADD tries :tries SET expiresAt = :expiresAt',
      ExpressionAttributeValues: { ':tries': tries, ':expiresAt': Math.ceil(windowEndMs(window) / 1000) },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return Number(Attributes?.tries);
}

/** A key holds nobody's address, of either kind. */
function hashOf({ subject }: LoginWindow): string {
  const parts =
    subject.kind === 'account'
      ? [subject.kind, subject.organizationId, normalizedEmail(subject.email)]
      : [subject.kind, subject.address];
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}
