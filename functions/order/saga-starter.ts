import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onOrderCreated } from './consumers/order-created.ts';
import { order } from './domain.ts';

export const handler = eventConsumer(order, 'order-saga', { 'order.created': onOrderCreated });
