// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import type { AuthSignInOperations } from './auth-sign-in.ts';

export declare const logInParams: Validator<AuthSignInOperations['POST /auth/login']['params']>;
export declare const logInQuery: Validator<AuthSignInOperations['POST /auth/login']['query']>;
export declare const logInBody: Validator<AuthSignInOperations['POST /auth/login']['body']>;
export declare const refreshParams: Validator<AuthSignInOperations['POST /auth/refresh']['params']>;
export declare const refreshQuery: Validator<AuthSignInOperations['POST /auth/refresh']['query']>;
export declare const refreshBody: Validator<AuthSignInOperations['POST /auth/refresh']['body']>;
