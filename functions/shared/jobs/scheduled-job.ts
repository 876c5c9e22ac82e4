import { causeText } from '../faults.ts';
import { log } from '../log.ts';

/** The scheduler's message: `time` is when the job was due, ISO 8601 UTC. */
export type ScheduledEvent = { time: string };

/** A scheduler that does not say when the job was due means now. */
const dueTime = (time: string) => new Date(Number.isNaN(Date.parse(time)) ? Date.now() : time).toISOString();

/**
 * A Lambda that runs on a schedule. The time it was due is its only clock, so that a run can be repeated for any moment.
 * What `run` answers goes into the log line.
 */
export function scheduledJob(
  job: string,
  run: (now: string) => Promise<Record<string, number>>,
): (event: ScheduledEvent) => Promise<Record<string, number>> {
  return async ({ time }) => {
    const dueAt = dueTime(time);
    try {
      const done = await run(dueAt);
      log.info('job done', { job, dueAt, ...done });
      return done;
    } catch (thrown) {
      log.error('job failed', { job, dueAt, cause: causeText(thrown) });
      throw thrown;
    }
  };
}
