import { createHash } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { number } from '../../shared/store/codec.ts';
import { documentClient, tableName } from '../../shared/store/dynamo.ts';
import { type LoginWindow, windowEndMs } from '../model/sign-in/login-throttle.ts';
import { normalizedEmail } from '../model/user.ts';

/** Counts an attempt and returns how many there are now. One atomic update outside any transaction, so that a crowd does not conflict. */
export const countAttempt = (window: LoginWindow): Promise<number> => add(window, 1);

export async function takeBackAttempt(window: LoginWindow): Promise<void> {
  await add(window, -1);
}

async function add(window: LoginWindow, attempts: 1 | -1): Promise<number> {
  const { Attributes } = await documentClient().send(
    new UpdateCommand({
      TableName: tableName(),
      Key: { pk: `LOGINS#${hashOf(window)}`, sk: new Date(window.startsAtMs).toISOString() },
      UpdateExpression: 'ADD attempts :attempts SET expiresAt = :expiresAt',
      ExpressionAttributeValues: { ':attempts': attempts, ':expiresAt': Math.ceil(windowEndMs(window) / 1000) },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return number(Attributes?.attempts, 'attempts');
}

/** The key contains neither an e-mail nor a network address. */
function hashOf({ subject }: LoginWindow): string {
  const parts =
    subject.kind === 'account'
      ? [subject.kind, subject.organizationId, normalizedEmail(subject.email)]
      : [subject.kind, subject.address];
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}
