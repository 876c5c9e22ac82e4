// Generated from the contracts by `npm run generate`. Do not edit.
import { validateNoParams, validateNoQuery } from '../validators/rest.ts';
import { validateCarrierMessage, validateOrderIdLocalIdStatusCursorLimitQuery, validateShipmentIdParams, validateShipmentIdParcelIdParams } from '../validators/shipping.ts';

/**
 * What the contract says about each operation. `shop`: it changes or reads what belongs to one shop. `location`: the relative
 * reference of a 201, to be filled in from the path and the response. `success`: the lowest successful status.
 */
export const shippingOperations = {
  listShipments: {
    route: 'GET /shipments',
    permission: undefined,
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateOrderIdLocalIdStatusCursorLimitQuery,
    validateBody: undefined,
  },
  getShipment: {
    route: 'GET /shipments/{shipmentId}',
    permission: undefined,
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateShipmentIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
  receiveParcelReport: {
    route: 'POST /shipments/{shipmentId}/status',
    permission: undefined,
    secured: false,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateShipmentIdParams,
    validateQuery: validateNoQuery,
    validateBody: validateCarrierMessage,
  },
  handOverParcel: {
    route: 'POST /shipments/{shipmentId}/parcels/{parcelId}/handover',
    permission: 'shipping:manage',
    secured: true,
    idempotent: false,
    shop: true,
    location: undefined,
    success: 200,
    validateParams: validateShipmentIdParcelIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
} as const;
