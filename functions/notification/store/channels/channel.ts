import type { Channel } from '../../../../generated/shared.ts';
import type { OutgoingOn } from '../../model/outgoing.ts';

/** By what a message is found again, at the service that carries it: ids alone. */
export type References = { organizationId: string; userId: string; notificationId: string; correlationId: string };

/** How a service took a message: it accepted it, refused it for good, or knows the device no longer. */
export type SendOutcome = 'sent' | 'failed' | 'gone';

/** Sends a message on one channel. @throws {ChannelFaultError} for anything temporary */
export type Sender<On extends Channel> = (message: OutgoingOn<On>, references: References) => Promise<SendOutcome>;
