// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import type { AuthOperations } from './auth.ts';

export declare const registerParams: Validator<AuthOperations['POST /auth/register']['params']>;
export declare const registerQuery: Validator<AuthOperations['POST /auth/register']['query']>;
export declare const registerBody: Validator<AuthOperations['POST /auth/register']['body']>;
export declare const logOutParams: Validator<AuthOperations['POST /auth/logout']['params']>;
export declare const logOutQuery: Validator<AuthOperations['POST /auth/logout']['query']>;
export declare const logOutBody: Validator<AuthOperations['POST /auth/logout']['body']>;
export declare const getKeysParams: Validator<AuthOperations['GET /.well-known/jwks.json']['params']>;
export declare const getKeysQuery: Validator<AuthOperations['GET /.well-known/jwks.json']['query']>;
export declare const setRolesParams: Validator<AuthOperations['PUT /auth/users/{userId}/roles']['params']>;
export declare const setRolesQuery: Validator<AuthOperations['PUT /auth/users/{userId}/roles']['query']>;
export declare const setRolesBody: Validator<AuthOperations['PUT /auth/users/{userId}/roles']['body']>;
export declare const deactivateUserParams: Validator<AuthOperations['POST /auth/users/{userId}/deactivate']['params']>;
export declare const deactivateUserQuery: Validator<AuthOperations['POST /auth/users/{userId}/deactivate']['query']>;
export declare const openLocalParams: Validator<AuthOperations['POST /locals']['params']>;
export declare const openLocalQuery: Validator<AuthOperations['POST /locals']['query']>;
export declare const openLocalBody: Validator<AuthOperations['POST /locals']['body']>;
export declare const listLocalsParams: Validator<AuthOperations['GET /locals']['params']>;
export declare const listLocalsQuery: Validator<AuthOperations['GET /locals']['query']>;
