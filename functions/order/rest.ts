import { orderOperations } from '../../generated/rest/order.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { cancelOrder } from './rest/cancel-order.ts';
import { getOrder } from './rest/get-order.ts';
import { getOrderDetails } from './rest/get-order-details.ts';
import { getTimeline } from './rest/get-timeline.ts';
import { listOrders } from './rest/list-orders.ts';
import { listOrdersOfCustomer } from './rest/list-orders-of-customer.ts';
import { placeOrder } from './rest/place-order.ts';

export const handler = restHandler(orderOperations, {
  placeOrder,
  getOrder,
  getOrderDetails,
  getTimeline,
  listOrders,
  listOrdersOfCustomer,
  cancelOrder,
});
