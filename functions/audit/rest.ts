import { type AuditOperations, auditOperations } from '../../generated/rest/audit.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { listEntriesRoute } from './rest/list-entries.ts';

export const handler = restHandler<AuditOperations>(auditOperations, { 'GET /audit': listEntriesRoute });
