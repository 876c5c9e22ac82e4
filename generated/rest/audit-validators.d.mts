// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import type { AuditOperations } from './audit.ts';

export declare const searchAuditParams: Validator<AuditOperations['GET /audit']['params']>;
export declare const searchAuditQuery: Validator<AuditOperations['GET /audit']['query']>;
