import { eventConsumer } from '../shared/events/event-consumer.ts';
import { appendEntry } from './store/audit-table.ts';

/** Keeps every event there is. */
export const handler = eventConsumer('audit', (event, _cause, { detailType, source }) =>
  appendEntry({ ...event, detailType, source }),
);
