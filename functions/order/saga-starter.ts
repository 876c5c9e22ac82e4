import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onOrderCreated } from './consumers/order-created.ts';

export const handler = eventConsumer('order-saga', { 'order.created': onOrderCreated });
