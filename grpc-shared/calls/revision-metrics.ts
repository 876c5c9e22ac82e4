/** The service as CloudWatch lists it, and which deployment of it this is. */
export type Revision = { service: string; revision: string };

export type RevisionMetrics = {
  count(call: { isFault: boolean }): void;
  /** Writes what has been counted since the last line, also when that is nothing. */
  flush(): void;
};

const everyMs = 60_000;

/**
 * Calls and faults of this revision of the service, a line a minute in CloudWatch's embedded metric format: what the alarm reads that
 * rolls a canary back. An alarm without data says nothing, so there is
 * a line also when nothing was called.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function revisionMetrics(
  about: Revision,
  write: (line: string) => void = (line) => process.stdout.write(line),
): RevisionMetrics {
  let calls = 0;
  let faults = 0;
  const flush = () => {
    write(`${JSON.stringify(lineOf({ ...about, calls, faults, at: Date.now() }))}\n`);
    calls = 0;
    faults = 0;
  };
  setInterval(flush, everyMs).unref();
  return {
    count({ isFault }) {
      calls += 1;
      if (isFault) faults += 1;
    },
    flush,
  };
}

type Counted = Revision & { calls: number; faults: number; at: number };

function lineOf({ service, revision, calls, faults, at }: Counted): Record<string, unknown> {
  const metrics = ['Calls', 'Faults'].map((Name) => ({ Name, Unit: 'Count' }));
  return {
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [{ Namespace: 'Lonja/Grpc', Dimensions: [['Service', 'Revision']], Metrics: metrics }],
    },
    Service: service,
    Revision: revision,
    Calls: calls,
    Faults: faults,
  };
}
