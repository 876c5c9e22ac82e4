import { createHash } from 'node:crypto';
import { number, record, text } from '../../shared/store/codec.ts';
import { type Key, queryItems, readItem } from '../../shared/store/dynamo.ts';
import { putVersioned, type Write } from '../../shared/store/write.ts';
import { type Device, type EndpointOwner, maxDevices, type Registration, surplusDevice } from '../model/recipients/device.ts';
import { contactKey, contactPrefix, recipientPartition } from './recipient-key.ts';
import { notErased } from './recipient-table.ts';

export const devicePrefix = `${contactPrefix}DEVICE#`;

const deviceKey = (organizationId: string, customerId: string, deviceId: string): Key =>
  contactKey(organizationId, customerId, `DEVICE#${deviceId}`);
/** Under no organization: two markets may share a front end, and with it the subscription of a browser. */
const ownerKey = (endpointHash: string): Key => ({ pk: `ENDPOINT#${endpointHash}`, sk: 'OWNER' });

export const deviceCodec = record<Device>({
  deviceId: text,
  endpoint: text,
  keys: record<Device['keys']>({ p256dh: text, auth: text }),
  registeredAt: text,
  version: number,
});

const ownerCodec = record<EndpointOwner>({
  endpointHash: text,
  organizationId: text,
  customerId: text,
  deviceId: text,
  version: number,
});

const hashOf = (endpoint: string) => createHash('sha256').update(endpoint).digest('base64url');

/**
 * Registers a device, or changes what is known of it. An endpoint that belonged to another customer, or to another device of this
 * one, is taken from it in the same transaction: the browser that it leads to is in other hands now.
 */
export async function registerDeviceWrites(
  organizationId: string,
  customerId: string,
  registration: Registration,
  at: string,
): Promise<Write[]> {
  const { deviceId, endpoint } = registration;
  const endpointHash = hashOf(endpoint);
  const [devices, owner] = await Promise.all([findDevices(organizationId, customerId), findOwner(endpointHash)]);
  const stored = devices.find((device) => device.deviceId === deviceId);
  const surplus = surplusDevice(devices, deviceId);
  const isOurs = owner?.organizationId === organizationId && owner.customerId === customerId && owner.deviceId === deviceId;
  const device: Device = { ...registration, registeredAt: at, version: (stored?.version ?? 0) + 1 };
  const newOwner: EndpointOwner = { endpointHash, organizationId, customerId, deviceId, version: (owner?.version ?? 0) + 1 };
  const isSurplusTaken =
    owner?.organizationId === organizationId && owner.customerId === customerId && owner.deviceId === surplus?.deviceId;
  return [
    putVersioned({ ...deviceKey(organizationId, customerId, deviceId), organizationId, ...device }),
    putVersioned({ ...ownerKey(endpointHash), ...newOwner }),
    notErased(organizationId, customerId),
    ...(owner === undefined || isOurs
      ? []
      : [{ Delete: { Key: deviceKey(owner.organizationId, owner.customerId, owner.deviceId) } }]),
    ...(stored === undefined || stored.endpoint === endpoint ? [] : [forgetOwner(stored.endpoint, customerId, deviceId)]),
    ...(surplus === undefined || isSurplusTaken ? [] : removal(organizationId, customerId, surplus)),
  ];
}

/** Nothing when there is no such device of this customer. */
export async function removeDeviceWrites(organizationId: string, customerId: string, deviceId: string): Promise<Write[]> {
  const key = deviceKey(organizationId, customerId, deviceId);
  const item = await readItem(key);
  return item === undefined ? [] : removal(organizationId, customerId, deviceCodec(item, key.pk));
}

/** Removes a device whose push service knows it no longer, unless it was registered again in the meantime. */
export async function forgetDeviceWrites(organizationId: string, customerId: string, gone: Device): Promise<Write[]> {
  const key = deviceKey(organizationId, customerId, gone.deviceId);
  const item = await readItem(key);
  if (item === undefined || deviceCodec(item, key.pk).endpoint !== gone.endpoint) return [];
  return removal(organizationId, customerId, deviceCodec(item, key.pk));
}

/** Expects the device unchanged, so that one that is registered again at the same moment stays. */
function removal(organizationId: string, customerId: string, { deviceId, endpoint, version }: Device): Write[] {
  return [
    {
      Delete: {
        Key: deviceKey(organizationId, customerId, deviceId),
        ConditionExpression: 'version = :version',
        ExpressionAttributeValues: { ':version': version },
      },
    },
    forgetOwner(endpoint, customerId, deviceId),
  ];
}

/** An endpoint that we no longer use may be registered by anybody. Fails when another customer has just taken it. */
const forgetOwner = (endpoint: string, customerId: string, deviceId: string): Write => ({
  Delete: {
    Key: ownerKey(hashOf(endpoint)),
    ConditionExpression: 'attribute_not_exists(pk) OR (customerId = :customer AND deviceId = :device)',
    ExpressionAttributeValues: { ':customer': customerId, ':device': deviceId },
  },
});

/** Strongly consistent. */
export async function findDevices(organizationId: string, customerId: string): Promise<Device[]> {
  const pk = recipientPartition(organizationId, customerId);
  const { items } = await queryItems({ pk, skPrefix: devicePrefix, limit: 2 * maxDevices });
  return items.map((item) => deviceCodec(item, pk));
}

async function findOwner(endpointHash: string): Promise<EndpointOwner | undefined> {
  const item = await readItem(ownerKey(endpointHash));
  return item && ownerCodec(item, ownerKey(endpointHash).pk);
}
