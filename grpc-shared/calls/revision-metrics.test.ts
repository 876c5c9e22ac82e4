import { describe, expect, it } from 'vitest';
import { revisionMetrics } from './revision-metrics.ts';

describe('revisionMetrics', () => {
  it('writes calls and faults of a revision as CloudWatch reads them from a log, also when there were none', () => {
    const lines: string[] = [];
    const metrics = revisionMetrics({ service: 'auth', revision: 'abc' }, (line) => lines.push(line));
    metrics.count({ isFault: false });
    metrics.count({ isFault: true });
    metrics.flush();
    metrics.flush();
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ Service: 'auth', Revision: 'abc', Calls: 2, Faults: 1 });
    const { Namespace, Dimensions, Metrics } = first._aws.CloudWatchMetrics[0];
    expect([Namespace, Dimensions]).toEqual(['Lonja/Grpc', [['Service', 'Revision']]]);
    expect(Metrics).toEqual([
      { Name: 'Calls', Unit: 'Count' },
      { Name: 'Faults', Unit: 'Count' },
    ]);
    expect(first._aws.Timestamp).toBeGreaterThan(Date.now() - 60_000);
    expect(second).toMatchObject({ Calls: 0, Faults: 0 });
  });
});
