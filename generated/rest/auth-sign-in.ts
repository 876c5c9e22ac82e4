// Generated from the contracts by `npm run generate`. Do not edit.
import * as validators from './auth-sign-in-validators.mjs';
export type Login = {
  organizationId: string;
  email: string;
  password: string;
};

export type Refresh = {
  refreshToken: string;
};

export type Tokens = {
  /** A JWT, for `Authorization: Bearer …`. */
  accessToken: string;
  /** Life of the access token. */
  expiresInSeconds: number;
  refreshToken: string;
  tokenType: 'Bearer';
};

/** What each route takes and answers. */
export type AuthSignInOperations = {
  'POST /auth/login': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: Login;
    secured: false;
    answer: Tokens;
  };
  'POST /auth/refresh': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: Refresh;
    secured: false;
    answer: Tokens;
  };
};

/** What the contract says of each route. */
export const authSignInOperations = {
  'POST /auth/login': {
    permission: undefined,
    secured: false,
    idempotent: false,
    validateParams: validators.logInParams,
    validateQuery: validators.logInQuery,
    validateBody: validators.logInBody,
  },
  'POST /auth/refresh': {
    permission: undefined,
    secured: false,
    idempotent: false,
    validateParams: validators.refreshParams,
    validateQuery: validators.refreshQuery,
    validateBody: validators.refreshBody,
  },
} as const;
