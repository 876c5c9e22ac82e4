// Generated from the contracts by `npm run generate`. Do not edit.
import * as validators from './auth-validators.mjs';
import type { Permission, Role } from '../shared.ts';

export type DeactivatedUser = {
  userId: string;
  active: false;
};

/** A JSON Web Key Set (RFC 7517). */
export type KeySet = {
  keys: readonly PublicKey[];
};

/** A shop. */
export type Local = {
  localId: string;
  name: string;
};

export type LocalDraft = {
  name: string;
};

export type LocalPage = {
  locals: readonly Local[];
  nextCursor?: string;
};

export type PublicKey = {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  kid: string;
  alg: 'ES256';
  use: 'sig';
};

export type Refresh = {
  refreshToken: string;
};

export type Registered = {
  userId: string;
  organizationId: string;
  roles: readonly Role[];
};

/** Either `organization`, to found a market, or `organizationId`, to join one. */
export type Registration = {
  email: string;
  password: string;
  name: string;
} & ({
  /** The market to found. */
  organization: {
    name: string;
  };
  organizationId?: undefined;
} | {
  /** The market to join. */
  organizationId: string;
  organization?: undefined;
});

export type RoleAssignment = {
  roles: readonly Role[];
  localIds: readonly string[];
};

export type UserPermissions = {
  userId: string;
  roles: readonly Role[];
  permissions: readonly Permission[];
  localIds: readonly string[];
};

/** What each route takes and answers. */
export type AuthOperations = {
  'POST /auth/register': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: Registration;
    secured: false;
    answer: Registered;
  };
  'POST /auth/logout': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: Refresh;
    secured: false;
    answer: undefined;
  };
  'GET /.well-known/jwks.json': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: undefined;
    secured: false;
    answer: KeySet;
  };
  'PUT /auth/users/{userId}/roles': {
    params: {
      userId: string;
    };
    query: Record<never, never>;
    body: RoleAssignment;
    secured: true;
    answer: UserPermissions;
  };
  'POST /auth/users/{userId}/deactivate': {
    params: {
      userId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    answer: DeactivatedUser;
  };
  'POST /locals': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: LocalDraft;
    secured: true;
    answer: Local;
  };
  'GET /locals': {
    params: Record<never, never>;
    query: {
      cursor?: string;
      limit: number;
    };
    body: undefined;
    secured: true;
    answer: LocalPage;
  };
};

/** What the contract says of each route. */
export const authOperations = {
  'POST /auth/register': {
    permission: undefined,
    secured: false,
    idempotent: false,
    validateParams: validators.registerParams,
    validateQuery: validators.registerQuery,
    validateBody: validators.registerBody,
  },
  'POST /auth/logout': {
    permission: undefined,
    secured: false,
    idempotent: false,
    validateParams: validators.logOutParams,
    validateQuery: validators.logOutQuery,
    validateBody: validators.logOutBody,
  },
  'GET /.well-known/jwks.json': {
    permission: undefined,
    secured: false,
    idempotent: false,
    validateParams: validators.getKeysParams,
    validateQuery: validators.getKeysQuery,
    validateBody: undefined,
  },
  'PUT /auth/users/{userId}/roles': {
    permission: 'auth:manage',
    secured: true,
    idempotent: false,
    validateParams: validators.setRolesParams,
    validateQuery: validators.setRolesQuery,
    validateBody: validators.setRolesBody,
  },
  'POST /auth/users/{userId}/deactivate': {
    permission: 'auth:manage',
    secured: true,
    idempotent: false,
    validateParams: validators.deactivateUserParams,
    validateQuery: validators.deactivateUserQuery,
    validateBody: undefined,
  },
  'POST /locals': {
    permission: 'auth:manage',
    secured: true,
    idempotent: false,
    validateParams: validators.openLocalParams,
    validateQuery: validators.openLocalQuery,
    validateBody: validators.openLocalBody,
  },
  'GET /locals': {
    permission: undefined,
    secured: true,
    idempotent: false,
    validateParams: validators.listLocalsParams,
    validateQuery: validators.listLocalsQuery,
    validateBody: undefined,
  },
} as const;
