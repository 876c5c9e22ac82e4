// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import type { AuthOperations } from './auth.ts';

export declare const registerParams: Validator<AuthOperations['POST /auth/register']['params']>;
export declare const registerQuery: Validator<AuthOperations['POST /auth/register']['query']>;
export declare const registerBody: Validator<AuthOperations['POST /auth/register']['body']>;
export declare const logInParams: Validator<AuthOperations['POST /auth/login']['params']>;
export declare const logInQuery: Validator<AuthOperations['POST /auth/login']['query']>;
export declare const logInBody: Validator<AuthOperations['POST /auth/login']['body']>;
export declare const refreshParams: Validator<AuthOperations['POST /auth/refresh']['params']>;
export declare const refreshQuery: Validator<AuthOperations['POST /auth/refresh']['query']>;
export declare const refreshBody: Validator<AuthOperations['POST /auth/refresh']['body']>;
export declare const getKeysParams: Validator<AuthOperations['GET /.well-known/jwks.json']['params']>;
export declare const getKeysQuery: Validator<AuthOperations['GET /.well-known/jwks.json']['query']>;
export declare const getPermissionsParams: Validator<AuthOperations['GET /auth/users/{userId}/permissions']['params']>;
export declare const getPermissionsQuery: Validator<AuthOperations['GET /auth/users/{userId}/permissions']['query']>;
export declare const setRolesParams: Validator<AuthOperations['PUT /auth/users/{userId}/roles']['params']>;
export declare const setRolesQuery: Validator<AuthOperations['PUT /auth/users/{userId}/roles']['query']>;
export declare const setRolesBody: Validator<AuthOperations['PUT /auth/users/{userId}/roles']['body']>;
export declare const openLocalParams: Validator<AuthOperations['POST /locals']['params']>;
export declare const openLocalQuery: Validator<AuthOperations['POST /locals']['query']>;
export declare const openLocalBody: Validator<AuthOperations['POST /locals']['body']>;
export declare const listLocalsParams: Validator<AuthOperations['GET /locals']['params']>;
export declare const listLocalsQuery: Validator<AuthOperations['GET /locals']['query']>;
