import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type AwsInput, AwsRefusal, awsSettings, type StubAws, startStubAws } from './stub-aws.ts';

export type BuriedMessage = { body: string; attributes: Record<string, string> };
export type StubSqs = {
  /** What was sent to the dead-letter queue. */
  buried: BuriedMessage[];
  /** How long messages were hidden, in seconds, by their receipt handles. */
  hidden: { receipt: string; seconds: number }[];
  /** Whether every call is refused. */
  isOut: boolean;
};

/**
 * For unit tests of consumers: an SQS that takes dead letters and hides messages, at which the SDK is pointed while the tests of
 * a file run. Each test begins with an empty one.
 */
export function stubSqs(): StubSqs {
  const sqs: StubSqs = { buried: [], hidden: [], isOut: false };
  const operation = (perform: (input: AwsInput) => object) => (input: AwsInput) => {
    if (sqs.isOut) throw new AwsRefusal('AccessDenied');
    return perform(input);
  };
  const before = { ...process.env };
  let server: StubAws | undefined;
  beforeAll(async () => {
    server = await startStubAws({
      SendMessage: operation((input) => {
        sqs.buried.push({ body: String(input.MessageBody), attributes: attributesOf(input.MessageAttributes) });
        return { MessageId: 'm', MD5OfMessageBody: createHash('md5').update(String(input.MessageBody)).digest('hex') };
      }),
      GetQueueUrl: operation(({ QueueName }) => ({ QueueUrl: `${server?.url}/000000000000/${QueueName}` })),
      ChangeMessageVisibility: operation(({ ReceiptHandle, VisibilityTimeout }) => {
        sqs.hidden.push({ receipt: String(ReceiptHandle), seconds: Number(VisibilityTimeout) });
        return {};
      }),
    });
    const deadLetters = { DEAD_LETTER_QUEUE_URL: `${server.url}/000000000000/dead-letters`, MAX_RECEIVE_COUNT: '10' };
    Object.assign(process.env, awsSettings(server), deadLetters);
  });
  beforeEach(() => {
    Object.assign(sqs, { isOut: false });
    sqs.buried.length = 0;
    sqs.hidden.length = 0;
  });
  afterAll(() => {
    process.env = before;
    server?.stop();
  });
  return sqs;
}

const attributesOf = (attributes: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Object(attributes)).map(([name, value]) => [name, String(Object(value).StringValue)]));
