// Generated from the contracts by `npm run generate`. Do not edit.
import { validateCustomerIdCursorLimitQuery, validateCustomerIdDeviceIdParams, validateDeviceRegistration } from '../validators/notification.ts';
import { validateNoParams, validateNoQuery } from '../validators/rest.ts';

/**
 * What the contract says about each operation. `shop`: it changes or reads what belongs to one shop. `location`: the relative
 * reference of a 201, to be filled in from the path and the response. `success`: the lowest successful status.
 */
export const notificationOperations = {
  registerDevice: {
    route: 'PUT /customers/{customerId}/devices/{deviceId}',
    permission: undefined,
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 204,
    validateParams: validateCustomerIdDeviceIdParams,
    validateQuery: validateNoQuery,
    validateBody: validateDeviceRegistration,
  },
  removeDevice: {
    route: 'DELETE /customers/{customerId}/devices/{deviceId}',
    permission: undefined,
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 204,
    validateParams: validateCustomerIdDeviceIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
  listNotifications: {
    route: 'GET /notifications',
    permission: undefined,
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateCustomerIdCursorLimitQuery,
    validateBody: undefined,
  },
  getPushKey: {
    route: 'GET /notifications/push-key',
    permission: undefined,
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
} as const;
