import { environment } from '../../../shared/environment.ts';

/** The origins of the push services that we send to, as `isOfPushService` takes them. */
export const pushServices = () => environment('PUSH_SERVICES').split(' ');
