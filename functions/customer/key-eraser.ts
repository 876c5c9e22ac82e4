import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onCustomerErased } from './consumers/customer-erased.ts';
import { customer } from './domain.ts';

export const handler = eventConsumer(customer, 'key-eraser', { 'customer.erased': onCustomerErased });
