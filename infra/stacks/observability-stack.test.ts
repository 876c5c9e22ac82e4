import { beforeAll, describe, expect, it } from 'vitest';
import { resourcesOf, synthesized, type Templates } from '../synthesized.ts';

let templates: Templates;
beforeAll(async () => {
  templates = await synthesized('dev');
});

describe('the dashboard', () => {
  it('shows dead-letter queues, relays, outboxes, jobs, gRPC services and sagas', () => {
    const dashboards = resourcesOf(templates.Observability, 'AWS::CloudWatch::Dashboard');
    expect(dashboards).toHaveLength(1);
    const body = JSON.stringify(dashboards[0]?.properties.DashboardBody);
    const metrics = [
      'ApproximateNumberOfMessagesVisible',
      'IteratorAge',
      'OldestOutboxItemSeconds',
      'ExecutionsStarted',
      'ExecutionsSucceeded',
      'ExecutionTime',
      'ExecutionsFailed',
    ];
    const titles = ['Jobs', 'gRPC calls per minute', 'gRPC faults, % of calls'];
    expect([...metrics, ...titles].filter((shown) => !body.includes(shown))).toEqual([]);
  });
});
