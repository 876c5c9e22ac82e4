// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import type { OrderOperations } from './order.ts';

export declare const placeOrderParams: Validator<OrderOperations['POST /orders']['params']>;
export declare const placeOrderQuery: Validator<OrderOperations['POST /orders']['query']>;
export declare const placeOrderBody: Validator<OrderOperations['POST /orders']['body']>;
export declare const getOrderParams: Validator<OrderOperations['GET /orders/{orderId}']['params']>;
export declare const getOrderQuery: Validator<OrderOperations['GET /orders/{orderId}']['query']>;
export declare const getTimelineParams: Validator<OrderOperations['GET /orders/{orderId}/timeline']['params']>;
export declare const getTimelineQuery: Validator<OrderOperations['GET /orders/{orderId}/timeline']['query']>;
export declare const listOrdersOfCustomerParams: Validator<OrderOperations['GET /orders/customer/{customerId}']['params']>;
export declare const listOrdersOfCustomerQuery: Validator<OrderOperations['GET /orders/customer/{customerId}']['query']>;
export declare const cancelOrderParams: Validator<OrderOperations['POST /orders/{orderId}/cancel']['params']>;
export declare const cancelOrderQuery: Validator<OrderOperations['POST /orders/{orderId}/cancel']['query']>;
export declare const cancelOrderBody: Validator<OrderOperations['POST /orders/{orderId}/cancel']['body']>;
