import { eventConsumer } from '../shared/event-consumer.ts';
import { appendEntry } from './audit-table.ts';

/** Keeps every event there is. */
export const handler = eventConsumer('audit', (event, _cause, { detailType, source }) =>
  appendEntry({ ...event, detailType, source }),
);
