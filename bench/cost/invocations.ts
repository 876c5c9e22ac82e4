import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { deployedFunctions } from '../../local/deploy/deployed-functions.ts';
import { awsSettings } from '../../local/emulator/aws-settings.ts';

/** One invocation of a function; times in ms since the epoch. */
export type Invocation = { entry: string; startedAt: number; endedAt: number };

/** The invocations that ended since a moment, from the report lines of the functions' logs, in the order in which they started. */
export async function invocationsSince(endpoint: string, since: number): Promise<Invocation[]> {
  const aws = awsSettings(endpoint);
  const client = new CloudWatchLogsClient(aws);
  const found: Invocation[] = [];
  for (const { entry, logGroup } of await deployedFunctions(aws)) {
    const query = { logGroupName: logGroup, startTime: since, filterPattern: 'REPORT' };
    for await (const { events = [] } of paginateFilterLogEvents({ client }, query)) {
      for (const { timestamp = 0, message = '' } of events) {
        const durationMs = /^REPORT .*\tDuration: ([\d.]+) ms/.exec(message)?.[1];
        if (durationMs !== undefined) found.push({ entry, startedAt: timestamp - Number(durationMs), endedAt: timestamp });
      }
    }
  }
  return found.sort((a, b) => a.startedAt - b.startedAt);
}
