import { type Codec, flag, money, number, oneOf, record, text, variants } from '../../../shared/store/codec.ts';
import { commitsOf } from '../../../shared/store/commits.ts';
import { type Key, readItem } from '../../../shared/store/dynamo.ts';
import { putNew, type Write } from '../../../shared/store/write.ts';
import type { Trace } from '../../../shared/trace.ts';
import type { AskedCharge, ChargeRequest, SimulatedCharge } from '../model/simulated-charge.ts';

type ChargeOf<Status extends SimulatedCharge['status']> = Extract<SimulatedCharge, { status: Status }>;

const asked = {
  key: text,
  chargeId: text,
  amount: money,
  source: text,
  callbackUrl: text,
  reference: record<ChargeRequest['reference']>({ organizationId: text, orderId: text, attempt: number }),
  trace: record<Trace>({ correlationId: text, traceparent: text }),
} satisfies { [Name in keyof AskedCharge]: Codec<AskedCharge[Name]> };

const chargeCodec: Codec<SimulatedCharge> = variants<SimulatedCharge, 'status'>('status', {
  requested: record<ChargeOf<'requested'>>({ ...asked, status: oneOf('requested'), refunds: number }),
  charged: record<ChargeOf<'charged'>>({ ...asked, status: oneOf('charged'), refunds: number }),
  declined: record<ChargeOf<'declined'>>({ ...asked, status: oneOf('declined'), refunds: number, retryable: flag }),
  refunded: record<ChargeOf<'refunded'>>({ ...asked, status: oneOf('refunded'), refunds: number }),
  voided: record<ChargeOf<'voided'>>({ key: text, status: oneOf('voided'), refunds: number }),
});

const chargeKey = (key: string): Key => ({ pk: `CHARGE#${key}`, sk: 'CHARGE' });

/** The charge with an idempotency key, strongly consistent. */
export async function findCharge(key: string): Promise<SimulatedCharge | undefined> {
  const item = await readItem(chargeKey(key));
  return item && chargeCodec(item, `charge ${key}`);
}

const idKey = (chargeId: string): Key => ({ pk: `CHARGE_ID#${chargeId}`, sk: 'CHARGE_ID' });
const idCodec = record<{ key: string }>({ key: text });

/** The key of the charge with an id. */
export async function findKeyOf(chargeId: string): Promise<string | undefined> {
  const item = await readItem(idKey(chargeId));
  return item && idCodec(item, `charge id ${chargeId}`).key;
}

/**
 * Reads the charge, decides, and stores the charge that `decide` returns; again when another call got in between. A result alone stores
 * nothing.
 * @throws {ContendedError} when other calls were first every time
 */
export function changeCharge<Result>(
  key: string,
  trace: Trace,
  decide: (stored: SimulatedCharge | undefined) => { result: Result; charge?: SimulatedCharge },
): Promise<Result> {
  return commitsOf({ ...trace, organizationId: '', causationId: key }).decided(async () => {
    const stored = await findCharge(key);
    const { result, charge } = decide(stored);
    return {
      result,
      writes: charge === undefined || charge === stored ? [] : [putCharge(charge, stored), ...putId(charge, stored)],
    };
  });
}

function putId(charge: SimulatedCharge, stored: SimulatedCharge | undefined): Write[] {
  return stored === undefined && 'chargeId' in charge ? [putNew({ ...idKey(charge.chargeId), key: charge.key })] : [];
}

/** Stores the charge where `stored` is still the current one. A charge never returns to a status, so the status serves as a version. */
function putCharge(charge: SimulatedCharge, stored: SimulatedCharge | undefined): Write {
  const Item = { ...chargeKey(charge.key), ...charge };
  if (stored === undefined) return putNew(Item);
  return {
    Put: {
      Item,
      ConditionExpression: '#status = :before',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':before': stored.status },
    },
  };
}
