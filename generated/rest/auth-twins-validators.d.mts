// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import type { AuthTwinsOperations } from './auth-twins.ts';

export declare const verifyTokenParams: Validator<AuthTwinsOperations['GET /auth/verify']['params']>;
export declare const verifyTokenQuery: Validator<AuthTwinsOperations['GET /auth/verify']['query']>;
export declare const getPermissionsParams: Validator<AuthTwinsOperations['GET /auth/users/{userId}/permissions']['params']>;
export declare const getPermissionsQuery: Validator<AuthTwinsOperations['GET /auth/users/{userId}/permissions']['query']>;
export declare const validateLocalParams: Validator<AuthTwinsOperations['GET /locals/{localId}/validate']['params']>;
export declare const validateLocalQuery: Validator<AuthTwinsOperations['GET /locals/{localId}/validate']['query']>;
