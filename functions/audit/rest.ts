import { auditOperations } from '../../generated/rest/audit.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { searchAudit } from './rest/search-audit.ts';

export const handler = restHandler(auditOperations, { searchAudit });
