import middy from '@middy/core';
import { outcomeLog } from '../outcome-log.ts';

/** The scheduler's message: `time` is when the job was due, ISO 8601 UTC. */
export type ScheduledEvent = { time: string };
type Done = Record<string, number>;

/**
 * A Lambda that runs on a schedule. The time it was due is its only clock, so that a run can be repeated for any moment. What
 * `run` returns goes into the log line.
 */
export const scheduledJob = (job: string, run: (now: string) => Promise<Done>) =>
  middy<ScheduledEvent, Done>()
    .use(
      outcomeLog<ScheduledEvent, Done, object>('job', ({ event, response }) => ({
        job,
        dueAt: dueTime(event.time),
        ...response,
      })),
    )
    .handler(({ time }) => run(dueTime(time)));

/** A scheduler that does not say when the job was due means now. */
const dueTime = (time: string) => new Date(Number.isNaN(Date.parse(time)) ? Date.now() : time).toISOString();
