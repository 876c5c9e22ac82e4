// Generated from the contracts by `npm run generate`. Do not edit.
import type { BookedAddress } from '../shared.ts';
import type { AddressAdded, AddressPatch, AuditPage, Availability, AvailabilityQuery, AvailabilityValue, CancelOrder, Cancellation, CarrierMessage, Customer, CustomerDraft, CustomerPatch, CustomerRegistered, CustomerToValidate, CustomerValidation, DeactivatedUser, DeviceRegistration, Health, IssuedPartnerKey, KeySet, LinkAsked, LinkSecret, Local, LocalDraft, LocalPage, LocalUpdate, LocalValidation, Login, Mailbox, NewAddress, NotificationPage, Order, OrderDetails, OrderDraft, OrderPage, OrderPlaced, OrderStatus, PartnerKeyDraft, PartnerKeyPage, PasswordReset, Payment, PaymentMethodToValidate, PaymentMethodValidation, Problem, Product, ProductCreated, ProductDraft, ProductPatch, ProductSearchPage, Profile, ProfileUpdate, ProviderMessage, PushKey, Refresh, Registered, Registration, RoleAssignment, Shipment, ShipmentPage, StaffOrderPage, Stock, StockAdjustment, StockAvailability, StockMovementPage, Timeline, TokenVerification, Tokens, UserPage, UserPermissions, WebhookReceived } from './types.ts';

/** Why a request was refused (RFC 9457). */
type Refusal = { content: { 'application/problem+json': Problem } };

/** What may be left out because it has a default. */
export type Defaulted<Sent, Fields extends keyof Sent> = Omit<Sent, Fields> & Partial<Pick<Sent, Fields>>;

/** What each route takes and answers, by path and method. */
export type Paths = {
  '/auth/register': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': Registration } };
      responses: {
        201: { content: { 'application/json': Registered } };
        400: Refusal;
        409: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/login': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': Login } };
      responses: {
        200: { content: { 'application/json': Tokens } };
        400: Refusal;
        401: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/refresh': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': Refresh } };
      responses: {
        200: { content: { 'application/json': Tokens } };
        400: Refusal;
        401: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/logout': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': Refresh } };
      responses: {
        204: { content?: never };
        400: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/verify-email': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': LinkSecret } };
      responses: {
        204: { content?: never };
        400: Refusal;
        401: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/verify-email/resend': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': Mailbox } };
      responses: {
        202: { content: { 'application/json': LinkAsked } };
        400: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/password/forgotten': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': Mailbox } };
      responses: {
        202: { content: { 'application/json': LinkAsked } };
        400: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/password/reset': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': PasswordReset } };
      responses: {
        204: { content?: never };
        400: Refusal;
        401: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/me': {
    get: {
      parameters: {
        path?: never;
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Profile } };
        400: Refusal;
        401: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    patch: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': ProfileUpdate } };
      responses: {
        200: { content: { 'application/json': Profile } };
        400: Refusal;
        401: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/verify': {
    get: {
      parameters: {
        path?: never;
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': TokenVerification } };
        400: Refusal;
        401: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/.well-known/jwks.json': {
    get: {
      parameters: {
        path?: never;
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': KeySet } };
        400: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/users': {
    get: {
      parameters: {
        path?: never;
        query?: {
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: { content: { 'application/json': UserPage } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/users/{userId}/permissions': {
    get: {
      parameters: {
        path: {
          userId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': UserPermissions } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/users/{userId}/roles': {
    put: {
      parameters: {
        path: {
          userId: string;
        };
        query?: never;
      };
      requestBody: { content: { 'application/json': RoleAssignment } };
      responses: {
        200: { content: { 'application/json': UserPermissions } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        409: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/auth/users/{userId}/deactivate': {
    post: {
      parameters: {
        path: {
          userId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': DeactivatedUser } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        409: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/locals': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': LocalDraft } };
      responses: {
        201: { content: { 'application/json': Local } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        409: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    get: {
      parameters: {
        path?: never;
        query?: {
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: { content: { 'application/json': LocalPage } };
        400: Refusal;
        401: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/locals/{localId}': {
    get: {
      parameters: {
        path: {
          localId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Local } };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    patch: {
      parameters: {
        path: {
          localId: string;
        };
        query?: never;
      };
      requestBody: { content: { 'application/json': LocalUpdate } };
      responses: {
        200: { content: { 'application/json': Local } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        412: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    delete: {
      parameters: {
        path: {
          localId: string;
        };
        query?: never;
      };
      responses: {
        204: { content?: never };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        412: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/locals/{localId}/validate': {
    get: {
      parameters: {
        path: {
          localId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': LocalValidation } };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/partners/keys': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': PartnerKeyDraft } };
      responses: {
        200: { content: { 'application/json': IssuedPartnerKey } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        409: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    get: {
      parameters: {
        path?: never;
        query?: {
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: { content: { 'application/json': PartnerKeyPage } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/partners/keys/{keyId}': {
    delete: {
      parameters: {
        path: {
          keyId: string;
        };
        query?: never;
      };
      responses: {
        204: { content?: never };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/products': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': ProductDraft } };
      responses: {
        201: { content: { 'application/json': ProductCreated } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        409: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/products/{productId}': {
    get: {
      parameters: {
        path: {
          productId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Product } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    patch: {
      parameters: {
        path: {
          productId: string;
        };
        query?: never;
      };
      requestBody: { content: { 'application/json': ProductPatch } };
      responses: {
        200: { content: { 'application/json': Product } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        412: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        428: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    delete: {
      parameters: {
        path: {
          productId: string;
        };
        query?: never;
      };
      responses: {
        204: { content?: never };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        412: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/products/{productId}/availability': {
    get: {
      parameters: {
        path: {
          productId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Availability } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/products/search': {
    get: {
      parameters: {
        path?: never;
        query?: {
          q?: string;
          category?: string;
          localId?: string;
          currency?: string;
          minPrice?: number;
          maxPrice?: number;
          availability?: AvailabilityValue;
          sort?: 'relevance' | 'price' | '-price' | 'name' | '-name' | 'newest';
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: { content: { 'application/json': ProductSearchPage } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/inventory/check-availability': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': AvailabilityQuery } };
      responses: {
        200: { content: { 'application/json': StockAvailability } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/inventory/{productId}': {
    get: {
      parameters: {
        path: {
          productId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Stock } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    put: {
      parameters: {
        path: {
          productId: string;
        };
        query?: never;
      };
      requestBody: { content: { 'application/json': StockAdjustment } };
      responses: {
        200: { content: { 'application/json': Stock } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        409: Refusal;
        412: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/inventory/{productId}/movements': {
    get: {
      parameters: {
        path: {
          productId: string;
        };
        query?: {
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: { content: { 'application/json': StockMovementPage } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/orders': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': OrderDraft } };
      responses: {
        201: { content: { 'application/json': OrderPlaced } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        409: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    get: {
      parameters: {
        path?: never;
        query?: {
          localId?: string;
          status?: OrderStatus;
          from?: string;
          to?: string;
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: { content: { 'application/json': StaffOrderPage } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/orders/{orderId}': {
    get: {
      parameters: {
        path: {
          orderId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Order } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/orders/{orderId}/details': {
    get: {
      parameters: {
        path: {
          orderId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': OrderDetails } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/orders/{orderId}/timeline': {
    get: {
      parameters: {
        path: {
          orderId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Timeline } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/orders/customer/{customerId}': {
    get: {
      parameters: {
        path: {
          customerId: string;
        };
        query?: {
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: { content: { 'application/json': OrderPage } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/orders/{orderId}/cancel': {
    post: {
      parameters: {
        path: {
          orderId: string;
        };
        query?: never;
      };
      requestBody: { content: { 'application/json': CancelOrder } };
      responses: {
        200: { content: { 'application/json': Cancellation } };
        202: { content: { 'application/json': Cancellation } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        409: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/payments/methods/validate': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': PaymentMethodToValidate } };
      responses: {
        200: { content: { 'application/json': PaymentMethodValidation } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/payments/{paymentId}': {
    get: {
      parameters: {
        path: {
          paymentId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Payment } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/payments/webhook': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': ProviderMessage } };
      responses: {
        200: { content: { 'application/json': WebhookReceived } };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/health': {
    get: {
      parameters: {
        path?: never;
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Health } };
        400: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/shipments': {
    get: {
      parameters: {
        path?: never;
        query: {
          status?: 'created' | 'in_transit' | 'out_for_delivery' | 'delivered' | 'returned' | 'lost' | 'cancelled';
          cursor?: string;
          limit?: number;
        } & ({
          orderId: string;
          localId?: undefined;
        } | {
          localId: string;
          orderId?: undefined;
        });
      };
      responses: {
        200: { content: { 'application/json': ShipmentPage } };
        400: Refusal;
        401: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/shipments/{shipmentId}': {
    get: {
      parameters: {
        path: {
          shipmentId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Shipment } };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/shipments/{shipmentId}/status': {
    post: {
      parameters: {
        path: {
          shipmentId: string;
        };
        query?: never;
      };
      requestBody: { content: { 'application/json': CarrierMessage } };
      responses: {
        200: { content: { 'application/json': WebhookReceived } };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/shipments/{shipmentId}/parcels/{parcelId}/handover': {
    post: {
      parameters: {
        path: {
          shipmentId: string;
          parcelId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Shipment } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        404: Refusal;
        409: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/customers': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': CustomerDraft } };
      responses: {
        201: { content: { 'application/json': CustomerRegistered } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        409: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/customers/validate': {
    post: {
      parameters: {
        path?: never;
        query?: never;
      };
      requestBody: { content: { 'application/json': CustomerToValidate } };
      responses: {
        200: { content: { 'application/json': CustomerValidation } };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/customers/{customerId}': {
    get: {
      parameters: {
        path: {
          customerId: string;
        };
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': Customer } };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    patch: {
      parameters: {
        path: {
          customerId: string;
        };
        query?: never;
      };
      requestBody: { content: { 'application/json': CustomerPatch } };
      responses: {
        200: { content: { 'application/json': Customer } };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        412: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        428: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    delete: {
      parameters: {
        path: {
          customerId: string;
        };
        query?: never;
      };
      responses: {
        204: { content?: never };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        409: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/customers/{customerId}/addresses': {
    post: {
      parameters: {
        path: {
          customerId: string;
        };
        query?: never;
      };
      requestBody: { content: { 'application/json': Defaulted<NewAddress, 'isDefault'> } };
      responses: {
        201: { content: { 'application/json': AddressAdded } };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        409: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/customers/{customerId}/addresses/{addressId}': {
    patch: {
      parameters: {
        path: {
          customerId: string;
          addressId: string;
        };
        query?: never;
      };
      requestBody: { content: { 'application/json': AddressPatch } };
      responses: {
        200: { content: { 'application/json': BookedAddress } };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        412: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    delete: {
      parameters: {
        path: {
          customerId: string;
          addressId: string;
        };
        query?: never;
      };
      responses: {
        204: { content?: never };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        412: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/customers/{customerId}/devices/{deviceId}': {
    put: {
      parameters: {
        path: {
          customerId: string;
          deviceId: string;
        };
        query?: never;
      };
      requestBody: { content: { 'application/json': DeviceRegistration } };
      responses: {
        204: { content?: never };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        413: Refusal;
        415: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
    delete: {
      parameters: {
        path: {
          customerId: string;
          deviceId: string;
        };
        query?: never;
      };
      responses: {
        204: { content?: never };
        400: Refusal;
        401: Refusal;
        404: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/notifications': {
    get: {
      parameters: {
        path?: never;
        query: {
          customerId: string;
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: { content: { 'application/json': NotificationPage } };
        400: Refusal;
        401: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/notifications/push-key': {
    get: {
      parameters: {
        path?: never;
        query?: never;
      };
      responses: {
        200: { content: { 'application/json': PushKey } };
        400: Refusal;
        401: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
  '/audit': {
    get: {
      parameters: {
        path?: never;
        query: {
          from?: string;
          to?: string;
          cursor?: string;
          limit?: number;
        } & ({
          correlationId: string;
          aggregateId?: undefined;
          userId?: undefined;
          type?: undefined;
        } | {
          aggregateId: string;
          correlationId?: undefined;
          userId?: undefined;
          type?: undefined;
        } | {
          userId: string;
          correlationId?: undefined;
          aggregateId?: undefined;
          type?: undefined;
        } | {
          type: string;
          correlationId?: undefined;
          aggregateId?: undefined;
          userId?: undefined;
        });
      };
      responses: {
        200: { content: { 'application/json': AuditPage } };
        400: Refusal;
        401: Refusal;
        403: Refusal;
        422: Refusal;
        429: Refusal;
        500: Refusal;
        503: Refusal;
      };
    };
  };
};

/** The routes that take an Idempotency-Key: sent again with the same key, they do nothing twice. */
export const idempotentRoutes: ReadonlySet<string> = new Set([
  'POST /auth/register',
  'POST /locals',
  'POST /products',
  'PUT /inventory/{productId}',
  'POST /orders',
  'POST /customers',
  'POST /customers/{customerId}/addresses',
]);
