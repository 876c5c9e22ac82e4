// Generated from the contracts by `npm run generate`. Do not edit.

/** Every kind of problem, by its slug. Its `type` is the slug after `problemTypePrefix`. */
export const problems = {
  'malformed-request': { status: 400, title: "Malformed request" },
  'malformed-json': { status: 400, title: "Malformed JSON" },
  'malformed-header': { status: 400, title: "Malformed header" },
  'idempotency-key-required': { status: 400, title: "Idempotency key required" },
  'malformed-idempotency-key': { status: 400, title: "Malformed idempotency key" },
  'not-signed-in': { status: 401, title: "Not signed in" },
  'wrong-credentials': { status: 401, title: "Wrong credentials" },
  'session-ended': { status: 401, title: "Session ended" },
  'link-refused': { status: 401, title: "Link no longer good" },
  'invalid-signature': { status: 401, title: "Invalid signature" },
  'not-allowed': { status: 403, title: "Not allowed" },
  'not-found': { status: 404, title: "Not found" },
  'method-not-allowed': { status: 405, title: "Method not allowed" },
  'request-in-flight': { status: 409, title: "Request in flight" },
  'own-account': { status: 409, title: "Own account" },
  'own-administration': { status: 409, title: "Own administration" },
  'last-admin': { status: 409, title: "Last admin" },
  'too-many-keys': { status: 409, title: "Too many keys" },
  'stock-reserved': { status: 409, title: "Stock reserved" },
  'order-shipped': { status: 409, title: "Order shipped" },
  'customer-erased': { status: 409, title: "Customer erased" },
  'shipment-cancelled': { status: 409, title: "Shipment cancelled" },
  'parcel-not-booked': { status: 409, title: "Parcel not booked" },
  'orders-under-way': { status: 409, title: "Orders under way" },
  'address-book-full': { status: 409, title: "Address book full" },
  'stale-version': { status: 412, title: "Stale version" },
  'body-too-large': { status: 413, title: "Body too large" },
  'unsupported-media-type': { status: 415, title: "Unsupported media type" },
  'invalid-input': { status: 422, title: "Invalid input" },
  'idempotency-key-reused': { status: 422, title: "Idempotency key reused" },
  'amount-mismatch': { status: 422, title: "Amount mismatch" },
  'if-match-required': { status: 428, title: "If-Match required" },
  'too-many-requests': { status: 429, title: "Too many requests" },
  'too-many-logins': { status: 429, title: "Too many logins" },
  'internal-fault': { status: 500, title: "Internal fault" },
  'dependency-unavailable': { status: 503, title: "Dependency unavailable" },
  'auth-unavailable': { status: 503, title: "Authorization unavailable" },
  'busy': { status: 503, title: "Busy" },
  'not-yet-known': { status: 503, title: "Not yet known" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemSlug = keyof typeof problems;

export const problemTypePrefix = 'https://lonja.dev/problems/';
