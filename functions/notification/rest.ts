import { notificationOperations } from '../../generated/rest/notification.ts';
import { readAhead } from '../shared/aws/read-ahead.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { getPushKey } from './rest/get-push-key.ts';
import { listNotifications } from './rest/list-notifications.ts';
import { registerDevice } from './rest/register-device.ts';
import { removeDevice } from './rest/remove-device.ts';
import { readPushKeys } from './store/channels/push-keys.ts';

await readAhead({ 'push keys': readPushKeys });

export const handler = restHandler(notificationOperations, { listNotifications, getPushKey, registerDevice, removeDevice });
