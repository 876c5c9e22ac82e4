// Generated from the contracts by `npm run generate`. Do not edit.
import type { BookedAddress } from '../shared.ts';
import type { AddressAdded, AddressPatch, AuditPage, Availability, AvailabilityQuery, AvailabilityValue, CancelOrder, Cancellation, CarrierMessage, Customer, CustomerDraft, CustomerPatch, CustomerRegistered, CustomerToValidate, CustomerValidation, DeactivatedUser, DeviceRegistration, Health, IssuedPartnerKey, KeySet, LinkAsked, LinkSecret, Local, LocalDraft, LocalPage, LocalUpdate, LocalValidation, Login, Mailbox, NewAddress, NotificationPage, Order, OrderDetails, OrderDraft, OrderPage, OrderPlaced, OrderStatus, ParcelReport, PartnerKeyDraft, PartnerKeyPage, PasswordReset, Payment, PaymentMethodToValidate, PaymentMethodValidation, Product, ProductCreated, ProductDraft, ProductPatch, ProductSearchPage, Profile, ProfileUpdate, ProviderEvent, ProviderMessage, PushKey, Refresh, Registered, Registration, RoleAssignment, Shipment, ShipmentPage, StaffOrderPage, Stock, StockAdjustment, StockAvailability, StockMovementPage, Timeline, TokenVerification, Tokens, UserPage, UserPermissions, WebhookReceived } from './types.ts';

/** What each route takes and answers. `answers` has the body of each successful status, `problems` the other statuses. */
export type Operations = {
  'POST /auth/register': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: Registration;
    secured: false;
    idempotent: true;
    answers: {
      201: Registered;
    };
    problems: 400 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'POST /auth/login': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: Login;
    secured: false;
    idempotent: false;
    answers: {
      200: Tokens;
    };
    problems: 400 | 401 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'POST /auth/refresh': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: Refresh;
    secured: false;
    idempotent: false;
    answers: {
      200: Tokens;
    };
    problems: 400 | 401 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'POST /auth/logout': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: Refresh;
    secured: false;
    idempotent: false;
    answers: {
      204: undefined;
    };
    problems: 400 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'POST /auth/verify-email': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: LinkSecret;
    secured: false;
    idempotent: false;
    answers: {
      204: undefined;
    };
    problems: 400 | 401 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'POST /auth/verify-email/resend': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: Mailbox;
    secured: false;
    idempotent: false;
    answers: {
      202: LinkAsked;
    };
    problems: 400 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'POST /auth/password/forgotten': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: Mailbox;
    secured: false;
    idempotent: false;
    answers: {
      202: LinkAsked;
    };
    problems: 400 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'POST /auth/password/reset': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: PasswordReset;
    secured: false;
    idempotent: false;
    answers: {
      204: undefined;
    };
    problems: 400 | 401 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'GET /auth/me': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: Profile;
    };
    problems: 400 | 401 | 422 | 429 | 500 | 503;
  };
  'PATCH /auth/me': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: ProfileUpdate;
    secured: true;
    idempotent: false;
    answers: {
      200: Profile;
    };
    problems: 400 | 401 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'GET /auth/verify': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: undefined;
    secured: false;
    idempotent: false;
    answers: {
      200: TokenVerification;
    };
    problems: 400 | 401 | 422 | 429 | 500 | 503;
  };
  'GET /.well-known/jwks.json': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: undefined;
    secured: false;
    idempotent: false;
    answers: {
      200: KeySet;
    };
    problems: 400 | 422 | 429 | 500 | 503;
  };
  'GET /auth/users': {
    params: Record<never, never>;
    query: {
      cursor?: string;
      limit: number;
    };
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: UserPage;
    };
    problems: 400 | 401 | 403 | 422 | 429 | 500 | 503;
  };
  'GET /auth/users/{userId}/permissions': {
    params: {
      userId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: UserPermissions;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'PUT /auth/users/{userId}/roles': {
    params: {
      userId: string;
    };
    query: Record<never, never>;
    body: RoleAssignment;
    secured: true;
    idempotent: false;
    answers: {
      200: UserPermissions;
    };
    problems: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'POST /auth/users/{userId}/deactivate': {
    params: {
      userId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: DeactivatedUser;
    };
    problems: 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 503;
  };
  'POST /locals': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: LocalDraft;
    secured: true;
    idempotent: true;
    answers: {
      201: Local;
    };
    problems: 400 | 401 | 403 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'GET /locals': {
    params: Record<never, never>;
    query: {
      cursor?: string;
      limit: number;
    };
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: LocalPage;
    };
    problems: 400 | 401 | 422 | 429 | 500 | 503;
  };
  'GET /locals/{localId}': {
    params: {
      localId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: Local;
    };
    problems: 400 | 401 | 404 | 422 | 429 | 500 | 503;
  };
  'PATCH /locals/{localId}': {
    params: {
      localId: string;
    };
    query: Record<never, never>;
    body: LocalUpdate;
    secured: true;
    idempotent: false;
    answers: {
      200: Local;
    };
    problems: 400 | 401 | 403 | 404 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'DELETE /locals/{localId}': {
    params: {
      localId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      204: undefined;
    };
    problems: 400 | 401 | 403 | 404 | 412 | 422 | 429 | 500 | 503;
  };
  'GET /locals/{localId}/validate': {
    params: {
      localId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: false;
    idempotent: false;
    answers: {
      200: LocalValidation;
    };
    problems: 400 | 401 | 404 | 422 | 429 | 500 | 503;
  };
  'POST /partners/keys': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: PartnerKeyDraft;
    secured: true;
    idempotent: false;
    answers: {
      200: IssuedPartnerKey;
    };
    problems: 400 | 401 | 403 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'GET /partners/keys': {
    params: Record<never, never>;
    query: {
      cursor?: string;
      limit: number;
    };
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: PartnerKeyPage;
    };
    problems: 400 | 401 | 403 | 422 | 429 | 500 | 503;
  };
  'DELETE /partners/keys/{keyId}': {
    params: {
      keyId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      204: undefined;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'POST /products': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: ProductDraft;
    secured: true;
    idempotent: true;
    answers: {
      201: ProductCreated;
    };
    problems: 400 | 401 | 403 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'GET /products/{productId}': {
    params: {
      productId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: Product;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'PATCH /products/{productId}': {
    params: {
      productId: string;
    };
    query: Record<never, never>;
    body: ProductPatch;
    secured: true;
    idempotent: false;
    answers: {
      200: Product;
    };
    problems: 400 | 401 | 403 | 404 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;
  };
  'DELETE /products/{productId}': {
    params: {
      productId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      204: undefined;
    };
    problems: 400 | 401 | 403 | 404 | 412 | 422 | 429 | 500 | 503;
  };
  'GET /products/{productId}/availability': {
    params: {
      productId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: Availability;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'GET /products/search': {
    params: Record<never, never>;
    query: {
      q?: string;
      category?: string;
      localId?: string;
      currency?: string;
      minPrice?: number;
      maxPrice?: number;
      availability?: AvailabilityValue;
      sort: 'relevance' | 'price' | '-price' | 'name' | '-name' | 'newest';
      cursor?: string;
      limit: number;
    };
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: ProductSearchPage;
    };
    problems: 400 | 401 | 403 | 422 | 429 | 500 | 503;
  };
  'POST /inventory/check-availability': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: AvailabilityQuery;
    secured: true;
    idempotent: false;
    answers: {
      200: StockAvailability;
    };
    problems: 400 | 401 | 403 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'GET /inventory/{productId}': {
    params: {
      productId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: Stock;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'PUT /inventory/{productId}': {
    params: {
      productId: string;
    };
    query: Record<never, never>;
    body: StockAdjustment;
    secured: true;
    idempotent: true;
    answers: {
      200: Stock;
    };
    problems: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'GET /inventory/{productId}/movements': {
    params: {
      productId: string;
    };
    query: {
      cursor?: string;
      limit: number;
    };
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: StockMovementPage;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'POST /orders': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: OrderDraft;
    secured: true;
    idempotent: true;
    answers: {
      201: OrderPlaced;
    };
    problems: 400 | 401 | 403 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'GET /orders': {
    params: Record<never, never>;
    query: {
      localId?: string;
      status?: OrderStatus;
      from?: string;
      to?: string;
      cursor?: string;
      limit: number;
    };
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: StaffOrderPage;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'GET /orders/{orderId}': {
    params: {
      orderId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: Order;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'GET /orders/{orderId}/details': {
    params: {
      orderId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: OrderDetails;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'GET /orders/{orderId}/timeline': {
    params: {
      orderId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: Timeline;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'GET /orders/customer/{customerId}': {
    params: {
      customerId: string;
    };
    query: {
      cursor?: string;
      limit: number;
    };
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: OrderPage;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'POST /orders/{orderId}/cancel': {
    params: {
      orderId: string;
    };
    query: Record<never, never>;
    body: CancelOrder;
    secured: true;
    idempotent: false;
    answers: {
      200: Cancellation;
      202: Cancellation;
    };
    problems: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'POST /payments/methods/validate': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: PaymentMethodToValidate;
    secured: true;
    idempotent: false;
    answers: {
      200: PaymentMethodValidation;
    };
    problems: 400 | 401 | 403 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'GET /payments/{paymentId}': {
    params: {
      paymentId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: Payment;
    };
    problems: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
  };
  'POST /payments/webhook': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: ProviderMessage;
    signedBody: ProviderEvent;
    secured: false;
    idempotent: false;
    answers: {
      200: WebhookReceived;
    };
    problems: 400 | 401 | 404 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'GET /health': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: undefined;
    secured: false;
    idempotent: false;
    answers: {
      200: Health;
    };
    problems: 400 | 422 | 429 | 500 | 503;
  };
  'GET /shipments': {
    params: Record<never, never>;
    query: {
      status: 'created' | 'in_transit' | 'out_for_delivery' | 'delivered' | 'returned' | 'lost' | 'cancelled';
      cursor?: string;
      limit: number;
    } & ({
      orderId: string;
      localId?: undefined;
    } | {
      localId: string;
      orderId?: undefined;
    });
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: ShipmentPage;
    };
    problems: 400 | 401 | 422 | 429 | 500 | 503;
  };
  'GET /shipments/{shipmentId}': {
    params: {
      shipmentId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: Shipment;
    };
    problems: 400 | 401 | 404 | 422 | 429 | 500 | 503;
  };
  'POST /shipments/{shipmentId}/status': {
    params: {
      shipmentId: string;
    };
    query: Record<never, never>;
    body: CarrierMessage;
    signedBody: ParcelReport;
    secured: false;
    idempotent: false;
    answers: {
      200: WebhookReceived;
    };
    problems: 400 | 401 | 404 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'POST /shipments/{shipmentId}/parcels/{parcelId}/handover': {
    params: {
      shipmentId: string;
      parcelId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: Shipment;
    };
    problems: 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 503;
  };
  'POST /customers': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: CustomerDraft;
    secured: true;
    idempotent: true;
    answers: {
      201: CustomerRegistered;
    };
    problems: 400 | 401 | 403 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'POST /customers/validate': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: CustomerToValidate;
    secured: true;
    idempotent: false;
    answers: {
      200: CustomerValidation;
    };
    problems: 400 | 401 | 404 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'GET /customers/{customerId}': {
    params: {
      customerId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: Customer;
    };
    problems: 400 | 401 | 404 | 422 | 429 | 500 | 503;
  };
  'PATCH /customers/{customerId}': {
    params: {
      customerId: string;
    };
    query: Record<never, never>;
    body: CustomerPatch;
    secured: true;
    idempotent: false;
    answers: {
      200: Customer;
    };
    problems: 400 | 401 | 404 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;
  };
  'DELETE /customers/{customerId}': {
    params: {
      customerId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      204: undefined;
    };
    problems: 400 | 401 | 404 | 409 | 422 | 429 | 500 | 503;
  };
  'POST /customers/{customerId}/addresses': {
    params: {
      customerId: string;
    };
    query: Record<never, never>;
    body: NewAddress;
    secured: true;
    idempotent: true;
    answers: {
      201: AddressAdded;
    };
    problems: 400 | 401 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'PATCH /customers/{customerId}/addresses/{addressId}': {
    params: {
      customerId: string;
      addressId: string;
    };
    query: Record<never, never>;
    body: AddressPatch;
    secured: true;
    idempotent: false;
    answers: {
      200: BookedAddress;
    };
    problems: 400 | 401 | 404 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'DELETE /customers/{customerId}/addresses/{addressId}': {
    params: {
      customerId: string;
      addressId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      204: undefined;
    };
    problems: 400 | 401 | 404 | 412 | 422 | 429 | 500 | 503;
  };
  'PUT /customers/{customerId}/devices/{deviceId}': {
    params: {
      customerId: string;
      deviceId: string;
    };
    query: Record<never, never>;
    body: DeviceRegistration;
    secured: true;
    idempotent: false;
    answers: {
      204: undefined;
    };
    problems: 400 | 401 | 404 | 413 | 415 | 422 | 429 | 500 | 503;
  };
  'DELETE /customers/{customerId}/devices/{deviceId}': {
    params: {
      customerId: string;
      deviceId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      204: undefined;
    };
    problems: 400 | 401 | 404 | 422 | 429 | 500 | 503;
  };
  'GET /notifications': {
    params: Record<never, never>;
    query: {
      customerId: string;
      cursor?: string;
      limit: number;
    };
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: NotificationPage;
    };
    problems: 400 | 401 | 422 | 429 | 500 | 503;
  };
  'GET /notifications/push-key': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: PushKey;
    };
    problems: 400 | 401 | 422 | 429 | 500 | 503;
  };
  'GET /audit': {
    params: Record<never, never>;
    query: {
      from?: string;
      to?: string;
      cursor?: string;
      limit: number;
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
    body: undefined;
    secured: true;
    idempotent: false;
    answers: {
      200: AuditPage;
    };
    problems: 400 | 401 | 403 | 422 | 429 | 500 | 503;
  };
};
