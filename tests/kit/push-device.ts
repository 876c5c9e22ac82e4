import { createDecipheriv, createECDH, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { portOf } from './stub-auth.ts';

/** A push message as the service worker of a device would see it, and how the push service was asked to deliver it. */
export type ReceivedPush = {
  message: { title: string; body: string; url?: string; notificationId: string };
  headers: IncomingMessage['headers'];
};

export type PushDevice = {
  deviceId: string;
  /** As the browser's `PushSubscription.toJSON()` gives it. */
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
  received: ReceivedPush[];
  /** What the push service answers from now on. */
  answer(status: number): void;
  stop(): void;
};

/** A device with a push service of its own on a port of this machine, as RFC 8030 describes one. It decrypts what it is sent. */
export async function startPushDevice(): Promise<PushDevice> {
  const curve = createECDH('prime256v1');
  const publicKey = curve.generateKeys();
  const auth = randomBytes(16);
  const received: ReceivedPush[] = [];
  let status = 201;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (status === 201) {
      const shared = (sender: Buffer) => curve.computeSecret(sender);
      received.push({ message: JSON.parse(decrypted(body, { shared, publicKey, auth })), headers: request.headers });
    }
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    deviceId: randomUUID(),
    subscription: {
      endpoint: `http://127.0.0.1:${portOf(server.address())}/push/${randomUUID()}`,
      keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    },
    received,
    answer: (next) => {
      status = next;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

type Receiver = { shared(sender: Buffer): Buffer; publicKey: Buffer; auth: Buffer };

/** Decrypts a message in one record of `aes128gcm` (RFC 8188 and 8291), written from the standards rather than with the sender's package. */
function decrypted(body: Buffer, { shared, publicKey, auth }: Receiver): string {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
  const secret = Buffer.from(hkdfSync('sha256', shared(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // The last record ends with the byte 2 and any number of zeros.
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}
