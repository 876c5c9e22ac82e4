import { consumeEveryWithOwnCommit } from '../../shared/events/consume.ts';
import { appendEntry } from '../store/audit-table.ts';

/** Keeps every event. It commits by itself, since its role may only add items. */
export const onEveryEvent = consumeEveryWithOwnCommit((event, { detailType, source }) =>
  appendEntry({ ...event, detailType, source }),
);
