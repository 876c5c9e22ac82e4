import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  CreateEventSourceMappingCommand,
  DeleteEventSourceMappingCommand,
  type EventSourceMappingConfiguration,
  GetEventSourceMappingCommand,
  InvokeCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { inject } from 'vitest';
import type { DeployedFunction } from '../../local/deploy/deployed-functions.ts';
import { eventually } from '../../local/process/eventually.ts';
import { lambda } from './aws.ts';
import { mappingOf } from './system.ts';

const run = promisify(execFile);

/** Kills the processes in which this world's emulator runs a function, as a crash would; answers how many there were. */
export async function killProcessesOf({ name }: DeployedFunction): Promise<number> {
  // `e` shows each process's environment, by which a function's process is known.
  const { stdout } = await run('ps', ['axeww', '-o', 'pid=,command='], { maxBuffer: 1 << 26 });
  const marks = [`AWS_LAMBDA_FUNCTION_NAME=${name} `, `AWS_ENDPOINT_URL=${inject('world').awsEndpoint} `];
  const pids = stdout
    .split('\n')
    .filter((line) => marks.every((mark) => `${line} `.includes(mark)))
    .map((line) => Number.parseInt(line.trim(), 10));
  return pids.filter(wasKilled).length;
}

/** False when it was gone already. */
function wasKilled(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** Invokes a function that runs on a schedule, as if it were due at `time`. @throws when it fails */
export async function invokeAt({ name }: DeployedFunction, time: Date): Promise<Record<string, unknown>> {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify({ time: time.toISOString() }) }),
  );
  const text = Buffer.from(Payload ?? []).toString();
  if (FunctionError !== undefined) throw new Error(`${name} failed: ${text}`);
  return JSON.parse(text);
}

/** Runs `meanwhile` while nothing feeds the function; what came is delivered afterwards. */
export async function withoutDeliveries<Result>(to: DeployedFunction, meanwhile: () => Promise<Result>): Promise<Result> {
  const { id } = await mappingOf(to);
  await enable(id, false);
  try {
    return await meanwhile();
  } finally {
    await enable(id, true);
  }
}

async function enable(UUID: string, Enabled: boolean): Promise<void> {
  await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled }));
  await eventually(`mapping ${UUID} to be ${Enabled ? 'enabled' : 'disabled'}`, async () => {
    const { State } = await lambda.send(new GetEventSourceMappingCommand({ UUID }));
    return State === (Enabled ? 'Enabled' : 'Disabled');
  });
}

/**
 * Runs `meanwhile` while the function is cut off its stream for good: afterwards it is fed what is new alone, and what came
 * meanwhile is never delivered, as when a stream's records have expired.
 */
export async function pastStreamLife<Result>(to: DeployedFunction, meanwhile: () => Promise<Result>): Promise<Result> {
  const { id } = await mappingOf(to);
  const mapping = await lambda.send(new GetEventSourceMappingCommand({ UUID: id }));
  await lambda.send(new DeleteEventSourceMappingCommand({ UUID: id }));
  try {
    return await meanwhile();
  } finally {
    await feedNewAlone(mapping);
  }
}

async function feedNewAlone(mapping: EventSourceMappingConfiguration): Promise<void> {
  const {
    UUID: _id,
    State: _state,
    StateTransitionReason: _why,
    LastModified: _at,
    LastProcessingResult: _result,
    ...rest
  } = mapping;
  const { FunctionArn, EventSourceMappingArn: _arn, StartingPosition: _from, FilterCriteriaError: _error, ...settings } = rest;
  await lambda.send(new CreateEventSourceMappingCommand({ ...settings, FunctionName: FunctionArn, StartingPosition: 'LATEST' }));
}
