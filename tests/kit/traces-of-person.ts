/** For end-to-end tests: looks for texts about a person in everything that the system keeps. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paginateDescribeLogGroups, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import { paginateGetExecutionHistory, paginateListExecutions } from '@aws-sdk/client-sfn';
import { paginateListQueues, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { logs, settings, sqs, stepFunctions, tables } from './aws.ts';
import { sagaMachineArn } from './system.ts';

/** A piece of what the system keeps, with where it is. */
type Kept = { where: string; text: string };

/** The places in tables, queues, dead-letter queues, executions and logs that hold one of these texts, in the clear or as base64. */
export async function tracesOf(needles: readonly string[]): Promise<string[]> {
  const kept = await Promise.all([inTables(), inQueues(), inExecutions(), inLogs()]);
  return found(kept.flat(), needles);
}

/** The log lines that hold one of these texts, or match one of these patterns. */
export async function loggedLines(needles: readonly string[], patterns: readonly RegExp[]): Promise<string[]> {
  const lines = await inLogs();
  const matching = lines.filter(({ text }) => patterns.some((pattern) => pattern.test(text)));
  return [...found(lines, needles), ...matching.map(({ where, text }) => `${where}: ${text.slice(0, 300)}`)];
}

const found = (kept: readonly Kept[], needles: readonly string[]) =>
  kept.flatMap(({ where, text }) =>
    needles.filter((needle) => formsOf(needle).some((form) => text.includes(form))).map((needle) => `${needle} is in ${where}`),
  );

/** A text as it is, as JSON escapes it, and as base64 at each of the three offsets that it can have in a longer text. */
function formsOf(needle: string): string[] {
  const encoded = [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(needle)]);
    // The first and the last characters depend on what is around the text.
    const inner = bytes
      .toString('base64')
      .replace(/=+$/, '')
      .slice(offset === 0 ? 0 : offset + 1, -1);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [needle, JSON.stringify(needle).slice(1, -1), ...encoded];
}

async function inTables(): Promise<Kept[]> {
  const kept: Kept[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client: new DynamoDBClient(settings) }, {})) {
    for (const TableName of TableNames) {
      for await (const { Items = [] } of paginateScan({ client: tables }, { TableName, ConsistentRead: true })) {
        kept.push(...Items.map((item) => ({ where: `table ${TableName}, ${item.pk} ${item.sk}`, text: JSON.stringify(item) })));
      }
    }
  }
  return kept;
}

/** What waits in every queue. Messages stay hidden for a second only: they are read, not taken. */
async function inQueues(): Promise<Kept[]> {
  const kept: Kept[] = [];
  for await (const { QueueUrls = [] } of paginateListQueues({ client: sqs }, {})) {
    for (const QueueUrl of QueueUrls) {
      const request = { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'], VisibilityTimeout: 1 };
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(request));
      kept.push(...Messages.map((message) => ({ where: `queue ${QueueUrl}`, text: JSON.stringify(message) })));
    }
  }
  return kept;
}

async function inExecutions(): Promise<Kept[]> {
  const kept: Kept[] = [];
  const stateMachineArn = await sagaMachineArn();
  for await (const { executions = [] } of paginateListExecutions({ client: stepFunctions }, { stateMachineArn })) {
    for (const { executionArn } of executions) {
      for await (const { events = [] } of paginateGetExecutionHistory({ client: stepFunctions }, { executionArn })) {
        kept.push({ where: `execution ${executionArn}`, text: JSON.stringify(events) });
      }
    }
  }
  return kept;
}

/** Every line that a function or a gRPC service wrote since the system was started. */
async function inLogs(): Promise<Kept[]> {
  const kept: Kept[] = [];
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client: logs }, {})) {
    for (const { logGroupName } of logGroups) {
      for await (const { events = [] } of paginateFilterLogEvents({ client: logs }, { logGroupName })) {
        kept.push(...events.map(({ message = '' }) => ({ where: `log ${logGroupName}`, text: message })));
      }
    }
  }
  const { folder } = inject('world');
  for (const file of (await readdir(folder)).filter((name) => /^grpc-.*\.log$/.test(name))) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
    kept.push(...lines.map((text) => ({ where: `log ${file}`, text })));
  }
  return kept;
}
