import { orderOperations } from '../../generated/rest/order.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { cancelOrderRoute } from './rest/cancel-order.ts';
import { getOrderRoute } from './rest/get-order.ts';
import { getTimelineRoute } from './rest/get-timeline.ts';
import { listOrdersRoute } from './rest/list-orders.ts';
import { placeOrderRoute } from './rest/place-order.ts';

export const handler = restHandler(orderOperations, {
  'POST /orders': placeOrderRoute,
  'GET /orders/{orderId}': getOrderRoute,
  'GET /orders/{orderId}/timeline': getTimelineRoute,
  'GET /orders/customer/{customerId}': listOrdersRoute,
  'POST /orders/{orderId}/cancel': cancelOrderRoute,
});
