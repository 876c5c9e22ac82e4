import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type BulkImportResponse,
  type InventoryServiceService,
  RejectionReason,
  type StockEntry,
  SyncRequest,
  type SyncResponse,
} from '../generated/grpc/lonja/inventory/v1/inventory.ts';
import { answerOf, bearing, productId, serviceInMemory } from '../tests/kit/grpc/inventory-in-memory.ts';

let service: Awaited<ReturnType<typeof serviceInMemory>>;
beforeEach(async () => {
  service = await serviceInMemory();
});
afterEach(() => service.close());

type Method = keyof typeof InventoryServiceService;
/** Sends an entry and returns why it was rejected, if it was. */
type SendEntry = (token: string, entry: StockEntry) => Promise<RejectionReason | undefined>;

/** How each method of the service changes stock. A method that is added does not compile until it is listed here. */
const methods: Record<Method, SendEntry | 'shows what is public in the market'> = {
  checkStock: 'shows what is public in the market',
  watchStock: 'shows what is public in the market',
  bulkImport: async (token, entry) => {
    const { rejected } = await answerOf<BulkImportResponse>((answered) => {
      const call = service.client().bulkImport(bearing(token), answered);
      call.write({ importId: randomUUID(), entry });
      call.end();
    });
    return rejected[0]?.reason;
  },
  sync: async (token, entry) => {
    const call = service.client().sync(bearing(token));
    const responses: SyncResponse[] = [];
    call.on('data', (response: SyncResponse) => responses.push(response));
    const ended = new Promise((resolve, reject) => call.on('end', resolve).on('error', reject));
    call.write(SyncRequest.fromPartial({ start: { journalId: randomUUID(), products: [] } }));
    call.write(SyncRequest.fromPartial({ entry }));
    call.end();
    await ended;
    return responses.flatMap(({ acknowledgement }) => acknowledgement?.rejected ?? [])[0]?.reason;
  },
};
const changing = Object.entries(methods).flatMap(([method, sendEntry]) =>
  typeof sendEntry === 'string' ? [] : [{ method, sendEntry }],
);

describe.each(changing)('$method', ({ sendEntry }) => {
  const lost: StockEntry = { number: 1, productId: productId(1), delta: -4, note: 'gone' };

  it.each(['producer', 'admin'])('lets the %s act for the shop', async (token) => {
    expect(await sendEntry(token, lost)).toBeUndefined();
    expect(service.stockOf(1)?.available).toBe(6);
  });

  it('rejects the entry of a producer of another shop', async () => {
    expect(await sendEntry('neighbour', lost)).toBe(RejectionReason.REJECTION_REASON_NOT_ALLOWED);
    expect(service.stockOf(1)?.available).toBe(10);
  });
});
