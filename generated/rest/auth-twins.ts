// Generated from the contracts by `npm run generate`. Do not edit.
import * as validators from './auth-twins-validators.mjs';
import type { Permission, Role } from '../shared.ts';

export type LocalValidation = ValidLocal | RefusedToken;

export type RefusedToken = {
  isValid: false;
  /** Why, as a short code for the log. */
  errorMessage: string;
};

export type TokenVerification = ValidToken | RefusedToken;

export type UserPermissions = {
  userId: string;
  roles: readonly Role[];
  permissions: readonly Permission[];
  localIds: readonly string[];
};

export type ValidLocal = {
  isValid: true;
  localName: string;
};

export type ValidToken = {
  isValid: true;
  userId: string;
  organizationId: string;
  permissions: readonly Permission[];
  /** The shops the user works for. */
  locals: readonly string[];
  active: true;
};

/** What each route takes and answers. */
export type AuthTwinsOperations = {
  'GET /auth/verify': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: undefined;
    secured: false;
    answer: TokenVerification;
  };
  'GET /auth/users/{userId}/permissions': {
    params: {
      userId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    answer: UserPermissions;
  };
  'GET /locals/{localId}/validate': {
    params: {
      localId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: false;
    answer: LocalValidation;
  };
};

/** What the contract says of each route. */
export const authTwinsOperations = {
  'GET /auth/verify': {
    permission: undefined,
    secured: false,
    idempotent: false,
    validateParams: validators.verifyTokenParams,
    validateQuery: validators.verifyTokenQuery,
    validateBody: undefined,
  },
  'GET /auth/users/{userId}/permissions': {
    permission: 'auth:manage',
    secured: true,
    idempotent: false,
    validateParams: validators.getPermissionsParams,
    validateQuery: validators.getPermissionsQuery,
    validateBody: undefined,
  },
  'GET /locals/{localId}/validate': {
    permission: undefined,
    secured: false,
    idempotent: false,
    validateParams: validators.validateLocalParams,
    validateQuery: validators.validateLocalQuery,
    validateBody: undefined,
  },
} as const;
