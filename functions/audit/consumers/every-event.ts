import { consumeEveryWithOwnCommit } from '../../shared/events/consume.ts';
import { appendEntry } from '../store/audit-table.ts';

/** Keeps every event, also of a type or version that is newer than this code. It commits by itself, since its role may only add items. */
export const onEveryEvent = consumeEveryWithOwnCommit((event, { detailType, source }) =>
  appendEntry({ ...event, detailType, source }),
);
