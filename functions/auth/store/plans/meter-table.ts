import { type Codec, optional, record, text } from '../../../shared/store/codec.ts';
import { type Key, readItem } from '../../../shared/store/dynamo.ts';
import { putNew, type Write } from '../../../shared/store/write.ts';
import { type Meter, organizationMeterKey, partnerMeterKey } from '../../model/plans/meter.ts';
import type { PartnerKey } from '../../model/plans/partner-key.ts';

/** The authorizer may read these items and nothing else of the table: its role allows keys that begin so (see `read-meters`). */
const prefix = 'METER#';
const organizationKey = (organizationId: string): Key => ({ pk: `${prefix}ORG#${organizationId}`, sk: 'METER' });
const partnerKey = (secretHash: string): Key => ({ pk: `${prefix}KEY#${secretHash}`, sk: 'METER' });

const meterCodec: Codec<Meter> = record<Meter>({ organizationId: text, meterKey: text, readyAt: optional(text) });

/** Strongly consistent: a key that was revoked a moment ago is not found. */
export const findPartnerMeter = (secretHash: string): Promise<Meter | undefined> => find(partnerKey(secretHash));
export const findOrganizationMeter = (organizationId: string): Promise<Meter | undefined> =>
  find(organizationKey(organizationId));

async function find(key: Key): Promise<Meter | undefined> {
  const item = await readItem(key);
  return item && meterCodec(item, key.pk);
}

export const putOrganizationMeter = (organizationId: string, readyAt: string): Write => ({
  Put: {
    Item: { ...organizationKey(organizationId), organizationId, meterKey: organizationMeterKey(organizationId), readyAt },
  },
});

/** A key that was just issued; it counts once API Gateway knows it. */
export const putNewPartnerMeter = ({ organizationId, keyId, secretHash }: PartnerKey): Write =>
  putNew({ ...partnerKey(secretHash), organizationId, meterKey: partnerMeterKey(keyId) });

/** Fails when the key was revoked. */
export const partnerMeterReady = ({ secretHash }: PartnerKey, readyAt: string): Write => ({
  Update: {
    Key: partnerKey(secretHash),
    UpdateExpression: 'SET readyAt = :readyAt',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':readyAt': readyAt },
  },
});

export const removePartnerMeter = ({ secretHash }: PartnerKey): Write => ({ Delete: { Key: partnerKey(secretHash) } });
