import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DescribeEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { awsCallsTriedOnce } from '../../shared/aws/aws-calls.ts';
import type { Check } from './checks.ts';

type Names = Readonly<Record<string, string>>;

const each = (kind: Check['kind'], names: Names, ask: (name: string) => Promise<unknown>): Check[] =>
  Object.entries(names).map(([name, physical]) => ({ kind, name, ask: () => ask(physical) }));

/** Reads an item that no table has: the role allows this key and no other. It takes the table and its encryption key. */
export function tableChecks(tables: Names): Check[] {
  const dynamo = new DynamoDBClient(awsCallsTriedOnce);
  const Key = { pk: { S: 'HEALTH' }, sk: { S: 'HEALTH' } };
  return each('table', tables, (TableName) => dynamo.send(new GetItemCommand({ TableName, Key })));
}

export function busChecks(buses: Names): Check[] {
  const events = new EventBridgeClient(awsCallsTriedOnce);
  return each('bus', buses, (Name) => events.send(new DescribeEventBusCommand({ Name })));
}

export function queueChecks(queues: Names): Check[] {
  const sqs = new SQSClient(awsCallsTriedOnce);
  return each('queue', queues, (QueueUrl) =>
    sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] })),
  );
}

export function sagaCheck(stateMachineArn: string): Check {
  const stepFunctions = new SFNClient(awsCallsTriedOnce);
  return {
    kind: 'saga',
    name: 'order',
    async ask() {
      const { status } = await stepFunctions.send(new DescribeStateMachineCommand({ stateMachineArn }));
      if (status !== 'ACTIVE') throw new Error(`the state machine is ${status}`);
    },
  };
}

/** E-mails go out only from a sender whose owner has confirmed it. */
export function emailCheck(EmailIdentity: string): Check {
  const ses = new SESv2Client(awsCallsTriedOnce);
  return {
    kind: 'email',
    name: 'sender',
    async ask() {
      const { VerifiedForSendingStatus } = await ses.send(new GetEmailIdentityCommand({ EmailIdentity }));
      if (VerifiedForSendingStatus !== true) throw new Error('the sender is not confirmed');
    },
  };
}
