import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { inject } from 'vitest';
import { logs } from './aws.ts';
import { functionsOfWorld } from './system.ts';

export type LogLine = { entry: string; line: Record<string, unknown> };

/** Every log line of the stage's functions that bears this correlation id, with the entry of the function that wrote it. */
export async function linesWith(correlationId: string): Promise<LogLine[]> {
  const functions = await functionsOfWorld();
  const found = await Promise.all(
    functions.map(async ({ entry, logGroup }) => (await linesIn(logGroup, correlationId)).map((line) => ({ entry, line }))),
  );
  return found.flat();
}

/** The log lines of gRPC Auth that bear this correlation id. */
export async function grpcAuthLinesWith(correlationId: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(join(inject('world').folder, 'grpc-auth.log'), 'utf8');
  return linesOf(text.split('\n'), correlationId);
}

async function linesIn(logGroupName: string, correlationId: string): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  // The quotes make it one term: without them a dash means "not".
  const query = { logGroupName, filterPattern: `"${correlationId}"` };
  for await (const { events = [] } of paginateFilterLogEvents({ client: logs }, query)) {
    lines.push(
      ...linesOf(
        events.map(({ message = '' }) => message),
        correlationId,
      ),
    );
  }
  return lines;
}

const linesOf = (messages: readonly string[], correlationId: string) =>
  messages.map(parsed).filter((line) => line.correlationId === correlationId);

function parsed(message: string): Record<string, unknown> {
  try {
    const line: unknown = JSON.parse(message);
    return typeof line === 'object' && line !== null ? { ...line } : {};
  } catch {
    return {};
  }
}
