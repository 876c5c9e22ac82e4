import { expect, it } from 'vitest';
import { isOfPushService } from './push-service.ts';

const services = ['https://fcm.googleapis.com', 'https://*.push.apple.com', 'http://127.0.0.1'];

it.each([
  ['https://fcm.googleapis.com/fcm/send/1', true],
  ['https://FCM.googleapis.com/1', true],
  ['https://web.push.apple.com/1', true],
  ['http://127.0.0.1:4321/1', true],
  ['https://push.apple.com/1', false],
  ['https://evilpush.apple.com.example/1', false],
  ['https://fcm.googleapis.com:444/1', false],
  ['https://a:b@fcm.googleapis.com/1', false],
  ['http://fcm.googleapis.com/1', false],
  ['https://127.0.0.1/1', false],
  ['http://127.0.0.1.example/1', false],
  ['file:///etc/passwd', false],
  ['nonsense', false],
])('isOfPushService(%s) is %s', (endpoint, expected) => {
  expect(isOfPushService(endpoint, services)).toBe(expected);
});
