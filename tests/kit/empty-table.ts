import { afterEach, beforeEach, vi } from 'vitest';
import type { DomainEvent } from '../../functions/shared/domain-event.ts';
import type { Item } from '../../functions/shared/store/dynamo.ts';
import type { Write } from '../../functions/shared/store/write.ts';
import { memoryTables } from './memory-table.ts';
import { inTheClear } from './personal-data.ts';

/** For unit tests: gives each test of a file an empty table in memory, and the settings with which the domain's Lambdas run. */
export function emptyTable(name: string, settings: Record<string, string> = {}) {
  const requests: { command: string; input: object }[] = [];
  const tables = memoryTables((command, input, perform) => {
    requests.push({ command, input });
    return perform();
  });
  beforeEach(() => {
    requests.length = 0;
    tables.install();
    const all = { TABLE_NAME: name, ALLOWED_ORIGINS: '*', ...settings };
    for (const [setting, value] of Object.entries(all)) vi.stubEnv(setting, value);
  });
  afterEach(() => {
    tables.uninstall();
    vi.unstubAllEnvs();
  });
  const items = () => tables.items(name);
  return {
    items,
    put: (...writes: readonly Write[]) => tables.put(name, ...writes),
    /** The events in the outbox, their sensitive fields in the clear, by the time of their commits; those of one commit in its order, commits of one millisecond in none. */
    published: () => items().flatMap(eventsIn).toSorted(byCommit),
    /** The events that were marked as handled. */
    markers: () => items().flatMap(({ pk }) => (String(pk).startsWith('HANDLED#') ? [String(pk)] : [])),
    /** The requests of this test, in their order. */
    requests: () => requests,
    failNext: tables.failNext,
    failNextCall: tables.failNextCall,
    beforeNextTransaction: tables.beforeNextTransaction,
  };
}

/** An event as it was committed, with its wire name. */
export type Published = DomainEvent & { type: string; commit: string };

const eventsIn = ({ pk, sk, events }: Item): Published[] =>
  String(pk).startsWith('OUTBOX#') && Array.isArray(events)
    ? events.map(({ detailType, detail }) => ({
        ...JSON.parse(detail, (name, value) => (name === 'eventData' ? inTheClear(value) : value)),
        type: detailType,
        commit: String(sk),
      }))
    : [];

const byCommit = (one: Published, other: Published) => one.commit.localeCompare(other.commit);
