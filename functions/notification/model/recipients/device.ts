import { ECDH } from 'node:crypto';

/** A browser or app of a customer that takes push messages: its Web Push subscription (RFC 8030). */
export type Device = {
  /** Chosen by the front end, and unique only among the devices of its customer. */
  deviceId: string;
  /** Where the push service takes messages for it. Knowing it is enough to send there, so it is never shown. */
  endpoint: string;
  /** The device's public key and authentication secret (RFC 8291), base64url. */
  keys: { p256dh: string; auth: string };
  /** ISO 8601 UTC. */
  registeredAt: string;
  version: number;
};

/** Which device an endpoint belongs to: a browser has one subscription, which does not change when another person signs in there. */
export type EndpointOwner = {
  endpointHash: string;
  organizationId: string;
  customerId: string;
  deviceId: string;
  version: number;
};

export type Registration = Pick<Device, 'deviceId' | 'endpoint' | 'keys'>;

/** A customer's oldest device gives way to the eleventh. */
export const maxDevices = 10;

/** The device that is to be removed before another one is registered, if the customer has as many as are allowed. */
export function surplusDevice(devices: readonly Device[], deviceId: string): Device | undefined {
  const others = devices.filter((device) => device.deviceId !== deviceId);
  if (others.length < maxDevices) return undefined;
  return others.toSorted((one, other) => one.registeredAt.localeCompare(other.registeredAt)).at(0);
}

/** Whether a key is a point on the curve P-256, uncompressed: messages can be encrypted for no other. */
export function isDeviceKey(p256dh: string): boolean {
  try {
    ECDH.convertKey(p256dh, 'prime256v1', 'base64url', 'base64url', 'uncompressed');
    return Buffer.from(p256dh, 'base64url').length === 65;
  } catch {
    return false;
  }
}
