import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import { type StockEntry, takeTogether } from '../../functions/inventory/model/stock-entry.ts';
import type { Journal } from '../../functions/inventory/store/stock-entry-table.ts';
import type { EntryAcknowledgement, SyncRequest } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import type { CallContext } from '../../grpc-shared/calls/call-context.ts';
import { RefusedCallError } from '../../grpc-shared/calls/call-errors.ts';
import { bidirectional } from '../../grpc-shared/calls/methods.ts';
import type { Subscription } from '../board/subscription.ts';
import { AcknowledgedWindow } from '../streams/acknowledged-window.ts';
import { EntryInbox } from '../streams/entry-inbox.ts';
import { inTime, stallLimitMs, write } from '../streams/message-writer.ts';
import { StreamLife } from '../streams/stream-life.ts';
import { encodeAcknowledgement, encodeLevels } from '../streams/sync-message.ts';
import { causeOfEntries, journalOf, readEntry, rejectedEntry, zip } from './entry-answers.ts';
import type { InventoryDependencies } from './inventory-dependencies.ts';
import { maxLevelsPerMessage } from './watch-stock.ts';
import { invalid, offerSnapshot, seenOf, subscribeTo } from './watched-products.ts';

const maxWaitingEntries = 64;
/** As the proto promises. */
const maxUnacknowledged = 8;

type Read = ReturnType<typeof readEntry>;
type SnapshotEnd = { snapshotComplete: boolean; unknownProductIds: string[] };
type Call = ServerDuplexStream<SyncRequest, Uint8Array>;
type Session = {
  call: Call;
  context: CallContext;
  signal: AbortSignal;
  limitMs: number;
  inbox: EntryInbox<Read>;
  window: AcknowledgedWindow;
};

/** Reads, stores and tells side by side; answers are encoded messages. Ends when the device has half-closed and all is acknowledged. */
export function sync(dependencies: InventoryDependencies) {
  const { board, callers, health, stallLimitMs: limitMs = stallLimitMs } = dependencies;
  return bidirectional<SyncRequest, Uint8Array>(async (call, requests, context) => {
    const readmit = () => callers.admit(context, 'inventory:adjust');
    const caller = await readmit();
    const first = await requests.next();
    const start = first.done === true ? undefined : first.value.start;
    if (start === undefined) throw invalid('a sync begins with `start`');
    const journal = journalOf('SYNC', caller, start.journalId);
    const seen = seenOf(start.products);

    const subscription = subscribeTo(board, caller.organizationId, seen);
    const life = new StreamLife({ caller: context.signal, health, readmit });
    const inbox = new EntryInbox<Read>(maxWaitingEntries);
    const window = new AcknowledgedWindow(maxUnacknowledged);
    const session: Session = { call, context, signal: life.signal, limitMs, inbox, window };
    // Whichever fails ends all three; when the device is done, what it was told last need not be acknowledged.
    const ended = Promise.withResolvers<never>();
    life.signal.addEventListener('abort', () => ended.reject(life.signal.reason), { once: true });
    try {
      const telling = tell(session, subscription, seen, dependencies);
      const receiving = Promise.all([receive(requests, session), storeAll(session, journal, dependencies)]);
      await Promise.race([receiving, telling, ended.promise]);
    } finally {
      inbox.close();
      board.unsubscribe(subscription);
      life.end();
    }
  });
}

async function receive(requests: AsyncIterator<SyncRequest>, { inbox, signal, window }: Session): Promise<void> {
  for (let next = await requests.next(); next.done !== true; next = await requests.next()) {
    signal.throwIfAborted();
    const { start, entry, receivedSequence } = next.value;
    if (start !== undefined) throw invalid('`start` comes once');
    if (entry !== undefined) await inbox.put(readEntry(entry));
    else if (receivedSequence === undefined || !window.acknowledge(receivedSequence))
      throw invalid('no levels were sent under this sequence');
  }
  inbox.close();
}

/** Acknowledges in the order of the entries, each once it is stored. */
async function storeAll(
  { call, context, signal, limitMs, inbox }: Session,
  journal: Journal,
  { callers, store }: InventoryDependencies,
) {
  for (let next = await inbox.next(takeReads); next !== undefined; next = await inbox.next(takeReads)) {
    const acknowledgements: EntryAcknowledgement[] = [];
    for (const read of next) {
      if ('rejection' in read)
        acknowledgements.push({ number: read.sent.number, rejected: rejectedEntry(read.sent, read.rejection), repeated: false });
    }
    const entries = next.flatMap((read) => ('entry' in read ? [read.entry] : []));
    if (entries.length > 0) {
      signal.throwIfAborted();
      const caller = await callers.admit(context, 'inventory:adjust');
      const outcomes = await store.enter(journal, entries, { caller, cause: causeOfEntries(journal, caller, context) });
      for (const { entry, outcome } of zip(entries, outcomes)) {
        const rejected = outcome.outcome === 'rejected' ? rejectedEntry(entry, outcome) : undefined;
        acknowledgements.push({ number: entry.number, rejected, repeated: outcome.outcome === 'repeated' });
      }
    }
    for (const acknowledgement of acknowledgements)
      await write(call, encodeAcknowledgement(acknowledgement), { signal, limitMs });
  }
}

/** One that is rejected at sight goes alone, so that acknowledgements keep the order. */
function takeReads(waiting: Read[]): Read[] {
  const entries: StockEntry[] = [];
  for (const read of waiting) {
    if ('rejection' in read) break;
    entries.push(read.entry);
  }
  return waiting.splice(0, entries.length === 0 ? 1 : takeTogether(entries).length);
}

/** Levels come down as the device acknowledges them; what changes meanwhile is merged. Never resolves. */
async function tell(
  { call, signal, limitMs, window }: Session,
  subscription: Subscription,
  seen: ReadonlyMap<string, number>,
  { firstReads }: InventoryDependencies,
): Promise<never> {
  const unknownProductIds = await offerSnapshot(subscription, seen, firstReads);
  let left = subscription.waiting.length;
  for (let isTold = false; ; ) {
    if (isTold) await subscription.changed(signal);
    await inTime(window.opened(), {
      signal,
      limitMs,
      late: notAcknowledged,
    });
    const snapshotEnd: SnapshotEnd | undefined =
      !isTold && left <= maxLevelsPerMessage ? { snapshotComplete: true, unknownProductIds } : undefined;
    const stocks = subscription.take(maxLevelsPerMessage);
    await write(call, encodeLevels({ stocks, sequence: window.next(), ...snapshotEnd }), { signal, limitMs });
    left -= maxLevelsPerMessage;
    isTold ||= snapshotEnd !== undefined;
  }
}

const notAcknowledged = () =>
  new RefusedCallError(status.RESOURCE_EXHAUSTED, 'levels were not acknowledged in time: start again from what you have');
