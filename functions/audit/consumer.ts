import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onEveryEvent } from './consumers/every-event.ts';
import { audit } from './domain.ts';

export const handler = eventConsumer(audit, 'audit', { 'every-event': onEveryEvent });
